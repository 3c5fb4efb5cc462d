namespace Lucca;

/// <summary>An error response, <c>application/problem+json</c> (RFC 9457). Any member may be absent; the HTTP status prevails.</summary>
public sealed class Problem : OpenObject
{
    /// <summary>A URI that names the kind of problem.</summary>
    public string? Type { get; init; }

    /// <summary>A short description.</summary>
    public string? Title { get; init; }

    /// <summary>The status in the body.</summary>
    public int? Status { get; init; }

    /// <summary>The details of this problem.</summary>
    public string? Detail { get; init; }

    /// <summary>The messages for each field; null when there are none.</summary>
    public Dictionary<string, string[]?>? Errors { get; init; }
}
