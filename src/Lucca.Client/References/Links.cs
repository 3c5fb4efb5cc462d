namespace Lucca;

/// <summary>Named addresses that a resource points to; a null value means that the caller has no access.</summary>
public sealed class Links : Dictionary<string, Link?>
{
    /// <summary>No links.</summary>
    public Links()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All of them, with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}

/// <summary>One member of <c>links</c>: <c>{href}</c>.</summary>
public sealed class Link : OpenObject
{
    /// <summary>The address, with any token in it kept from view; null when the response holds none.</summary>
    public LinkUri? Href { get; init; }

    /// <summary>The address with its token hidden.</summary>
    public override string ToString() => Href?.ToString() ?? "";
}
