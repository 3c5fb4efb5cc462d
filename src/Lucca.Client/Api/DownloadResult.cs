namespace Lucca.Api;

/// <summary>What the head of a reply says about the bytes that follow.</summary>
/// <param name="FileName">The file name that the server proposes, unsafe as it may be; null when it proposes none.</param>
/// <param name="MediaType">The media type; null when the server does not say.</param>
/// <param name="Length">The length in bytes; null when unknown.</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record DownloadResult(string? FileName, string? MediaType, long? Length, string? ETag)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>The headers by name, without those that could hold a secret.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Whether the server answered that the caller's copy is still good (304), so that no bytes followed.</summary>
    public bool IsNotModified => Status == 304;
}
