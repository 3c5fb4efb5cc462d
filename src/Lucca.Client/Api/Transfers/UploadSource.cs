using System.Globalization;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Something to upload: how to open it, how long it is, and what to call it.</summary>
/// <param name="FileName">The name that the file gets in Lucca.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Length">The length in bytes when it was looked at; a source that changes meanwhile is an error.</param>
/// <param name="Open">Opens it at the start; called once an attempt.</param>
public sealed record UploadSource(string FileName, string MediaType, long Length, Func<Stream> Open)
{
    /// <summary>The most that the API takes in one request (docs/api.md#limits).</summary>
    public const long MaxLength = 100L * 1024 * 1024;

    /// <summary>Makes sure that it can be sent: the API takes its size, and HTTP its name and its type.</summary>
    internal void Check()
    {
        if (FileName.Length == 0 || FileName.Any(char.IsControl))
        {
            throw new LuccaException(LuccaErrorKind.BadRequest, $"'{FileName}' is not a valid file name: it is empty or contains control characters. Nothing was sent.");
        }

        _ = RequestHeaders.Clean("Content-Type", MediaType);
        if (Length > MaxLength)
        {
            var size = (Length / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture);
            throw new LuccaException(LuccaErrorKind.TooLarge, $"'{FileName}' is {size} MB; Lucca takes at most 100 MB. Nothing was sent.");
        }
    }
}
