using System.Net;
using System.Net.Http.Headers;

namespace Lucca.Emulator;

/// <summary>Responses that hold the bytes of a file.</summary>
internal static class FileResponse
{
    /// <summary>The bytes, with type, length and name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="disposition"><c>attachment</c> or <c>inline</c>.</param>
    /// <param name="tag">The entity tag.</param>
    public static HttpResponseMessage Of(StoredFile file, string disposition, string tag)
    {
        var bytes = file.Content() ?? throw Problem.Gone("The emulator no longer keeps the bytes of this upload.");
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", file.ContentType);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue(disposition)
        {
            FileName = $"\"{AsciiName(file.FileName)}\"",
            FileNameStar = file.FileName.All(char.IsAscii) ? null : file.FileName,
        };
        return EntityTag.AddTo(new HttpResponseMessage(HttpStatusCode.OK) { Content = content }, tag);
    }

    /// <summary>The name for readers that know nothing of <c>filename*</c> (RFC 6266).</summary>
    private static string AsciiName(string name)
        => string.Concat(name.Select(letter => letter is '"' or '\\' || char.IsControl(letter) || !char.IsAscii(letter) ? '_' : letter));
}
