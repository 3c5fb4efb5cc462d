namespace Lucca;

/// <summary>A profession: what job qualifications are ranks of (lucca-resources 3.4).</summary>
public sealed class Profession : Resource
{
    /// <summary>The title, unique, 1 to 255 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is archived: new job qualifications cannot use it.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }
}
