using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>
/// Asks for gzip and unpacks it. Its end can be verified: without a length, a truncated body of another coding would pass as complete.
/// </summary>
/// <remarks>
/// SocketsHttpHandler.AutomaticDecompression would save some 150 lines. But GZipStream of .NET 10 accepts every truncated body, and a
/// file, which is requested uncompressed, would be truncated in silence.
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
        headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            && values.ToString().Trim().ToLowerInvariant() is not ("" or "identity") and var coding
                ? coding
                : null;

    private static Stream Unpack(Stream packed, string coding) =>
        coding is "gzip" or "x-gzip" ? new GzipBody(packed) : new UnexpectedCoding(packed, coding);
}

/// <summary>A body in a coding that was not requested. Only reading it fails: the status counts without it.</summary>
internal sealed class UnexpectedCoding(Stream packed, string coding) : BodyStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new InvalidDataException($"it uses the encoding {coding}, which was not requested.");

    protected override void Dispose(bool disposing)
    {
        packed.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>An unpacked body, without the headers of the packed one.</summary>
internal sealed class UnpackedContent : StreamContent
{
    public UnpackedContent(Stream unpacked, HttpContentHeaders headers)
        : base(unpacked)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }
    }
}
