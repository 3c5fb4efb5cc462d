namespace Lucca;

/// <summary>One member of <c>links</c>: <c>{href}</c>.</summary>
public sealed class Link : OpenObject
{
    /// <summary>The address, with any token in it kept from view; null when the reply holds none.</summary>
    public LinkUri? Href { get; init; }

    /// <summary>The address with its token hidden.</summary>
    public override string ToString() => Href?.ToString() ?? "";
}
