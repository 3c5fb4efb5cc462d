namespace Lucca;

/// <summary>The links of a resource by name; a null value means that the caller has no access.</summary>
public sealed class Links : Dictionary<string, Link?>
{
    /// <summary>Creates an empty dictionary.</summary>
    public Links()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All links with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}

/// <summary>One member of <c>links</c>: <c>{href}</c>.</summary>
public sealed class Link : OpenObject
{
    /// <summary>The address; null when the response has none.</summary>
    public LinkUri? Href { get; init; }

    /// <summary>The address with its token hidden.</summary>
    public override string ToString() => Href?.ToString() ?? "";
}
