using System.Globalization;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The content of an upload.</summary>
/// <param name="FileName">The file's name in Lucca.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Length">The length in bytes. The upload fails when it changes.</param>
/// <param name="Open">Opens the content at its start; called once per attempt.</param>
public sealed record UploadSource(string FileName, string MediaType, long Length, Func<Stream> Open)
{
    /// <summary>The largest request, in bytes (docs/api.md#limits).</summary>
    public const long MaxLength = 100L * 1024 * 1024;

    /// <summary>Checks size, name and media type.</summary>
    internal void Check()
    {
        if (FileName.Length == 0 || FileName.Any(char.IsControl))
        {
            throw new LuccaException(
                LuccaErrorKind.BadRequest,
                $"'{FileName}' is not a valid file name: it is empty or contains control characters. Nothing was sent.");
        }

        _ = RequestHeaders.Clean("Content-Type", MediaType);
        if (Length > MaxLength)
        {
            var size = (Length / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture);
            throw new LuccaException(LuccaErrorKind.TooLarge, $"'{FileName}' is {size} MB; Lucca takes at most 100 MB. Nothing was sent.");
        }
    }
}
