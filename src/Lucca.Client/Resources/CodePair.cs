namespace Lucca;

/// <summary>A code together with the name of its format: a tax number, an industry code, an insurance number.</summary>
public sealed class CodePair : OpenObject
{
    /// <summary>The format, such as <c>franceSIREN</c>; an open list.</summary>
    public string? Format { get; init; }

    /// <summary>The code itself.</summary>
    public string? Value { get; init; }

    /// <summary>The code.</summary>
    public override string ToString() => Value ?? "";
}
