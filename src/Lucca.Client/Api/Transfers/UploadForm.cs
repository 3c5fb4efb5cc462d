using System.Net.Http.Headers;
using System.Text;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The multipart form of an upload: one part named <c>form</c>, its file name in UTF-8 (RFC 7578, 4.2 and 5.1).</summary>
internal static class UploadForm
{
    public static MultipartFormDataContent Create(UploadSource source, Transfer transfer, Action sent)
    {
        var part = new UploadContent(source, transfer, sent);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"form\"; filename=\"{Escape(source.FileName)}\"");
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(source.MediaType);
        var form = new MultipartFormDataContent { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        form.Add(part);
        return form;
    }

    // Browsers escape only the quote, by percent-encoding (RFC 7578).
    private static string Escape(string fileName) => fileName.Replace("\"", "%22", StringComparison.Ordinal);
}
