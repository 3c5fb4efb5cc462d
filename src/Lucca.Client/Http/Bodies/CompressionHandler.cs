using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>
/// Asks for gzip and undoes it. It is the one coding whose end can be made sure of here: a body cut in the middle of one, without a
/// length around it, would else be taken for whole.
/// </summary>
/// <remarks>
/// SocketsHttpHandler.AutomaticDecompression would save some 150 lines. But GZipStream of .NET 10 takes every cut body for whole,
/// whichever byte it ends with, and a file, which is asked for as it is, would be unpacked and cut in silence.
/// </remarks>
internal sealed class CompressionHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.NonValidated.Contains("Accept-Encoding"))
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (Coding(response.Content.Headers) is { } coding)
        {
            var packed = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            response.Content = new UnpackedContent(Unpack(packed, coding), response.Content.Headers);
        }

        return response;
    }

    private static string? Coding(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var values) && values.ToString().Trim().ToLowerInvariant() is not ("" or "identity") and var coding ? coding : null;

    private static Stream Unpack(Stream packed, string coding) => coding is "gzip" or "x-gzip" ? new GzipBody(packed) : new UnaskedCoding(packed, coding);
}

/// <summary>A body in a coding that was not asked for. That shows only to those who read it: the status is worth knowing without.</summary>
internal sealed class UnaskedCoding(Stream packed, string coding) : BodyStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new InvalidDataException($"it uses the encoding {coding}, which was not requested.");

    protected override void Dispose(bool disposing)
    {
        packed.Dispose();
        base.Dispose(disposing);
    }
}

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
