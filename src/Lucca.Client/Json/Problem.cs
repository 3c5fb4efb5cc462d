namespace Lucca;

/// <summary>An error response, <c>application/problem+json</c> (RFC 9457). Every member may be absent, and the HTTP status outranks it.</summary>
public sealed class Problem : OpenObject
{
    /// <summary>A URI that names the kind of problem.</summary>
    public string? Type { get; init; }

    /// <summary>The problem in a few words.</summary>
    public string? Title { get; init; }

    /// <summary>The status that the body claims.</summary>
    public int? Status { get; init; }

    /// <summary>What is wrong in this case.</summary>
    public string? Detail { get; init; }

    /// <summary>The messages for each field; null when there are none.</summary>
    public Dictionary<string, string[]?>? Errors { get; init; }
}
