namespace Lucca.Api;

/// <summary>What the head of a reply says about the bytes that follow.</summary>
/// <param name="FileName">The file name that the server proposes, unsafe as it may be; null when it proposes none.</param>
/// <param name="MediaType">The media type; null when the server does not say.</param>
/// <param name="Length">The length in bytes; null when unknown.</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record DownloadResult(string? FileName, string? MediaType, long? Length, string? ETag);
