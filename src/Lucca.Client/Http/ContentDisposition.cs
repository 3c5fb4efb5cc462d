using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>Reads the file name of a <c>Content-Disposition</c> header (RFC 6266): <c>filename*</c> before <c>filename</c>.</summary>
internal static class ContentDisposition
{
    public static string? FileName(string? header) =>
        ContentDispositionHeaderValue.TryParse(header, out var disposition)
            ? NullIfEmpty(disposition.FileNameStar) ?? NullIfEmpty(disposition.FileName?.Trim('"'))
            : null;

    private static string? NullIfEmpty(string? name) => string.IsNullOrEmpty(name) ? null : name;
}
