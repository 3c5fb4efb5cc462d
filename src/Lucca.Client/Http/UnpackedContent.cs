using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>A body without its coding, and without the headers that spoke of the coded one.</summary>
internal sealed class UnpackedContent : StreamContent
{
    public UnpackedContent(Stream unpacked, HttpContentHeaders headers)
        : base(unpacked)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }
    }
}
