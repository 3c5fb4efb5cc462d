namespace Lucca.Api;

/// <summary>A member of a resource that refers to others, which can be had in bulk.</summary>
/// <param name="Name">The member's name, such as <c>Manager</c>.</param>
/// <param name="Model">The model of what it refers to.</param>
public sealed record ReferenceMember(string Name, Type Model)
{
    /// <summary>The member itself, where it has another name in the resource that holds it.</summary>
    internal string Member { get; init; } = Name;

    /// <summary>Whether it is a member of what is embedded in the resource rather than of the resource itself.</summary>
    public bool IsEmbedded { get; init; }
}
