using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Lucca.Http;

/// <summary>
/// The way of the token library's request: over the transport, so that time limits, attempts, trace, proxy and closing hold for it as
/// for every other call.
/// </summary>
internal sealed class TokenTransport(Transport transport, CallNotes notes) : HttpMessageHandler
{
    /// <summary>What the response is by itself, when it is a refusal; null when it is a success.</summary>
    public LuccaException? Refusal { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var mediaType = request.Content.Headers.ContentType;
        var call = new LuccaRequest(request.Method, request.RequestUri!.AbsolutePath)
        {
            AbsoluteUri = request.RequestUri,
            IsRepeatable = true,
            HoldsSecrets = true,
            Content = _ => new ByteArrayContent(form) { Headers = { ContentType = mediaType } },
        };
        try
        {
            return await transport.SendAsync(call, notes, static async (response, cancel) => Answer(response.Status, await response.ReadBytesAsync(cancel).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        }
        catch (LuccaException refused) when (refused.Response is not null && !MayPass(refused.Kind))
        {
            Refusal = refused;
            return Answer(refused.Response.Status, Encoding.UTF8.GetBytes(refused.Response.Body));
        }
    }

    /// <summary>Whether the server only says that this is not the time.</summary>
    private static bool MayPass(LuccaErrorKind kind) => kind is LuccaErrorKind.Unavailable or LuccaErrorKind.RateLimited;

    private static HttpResponseMessage Answer(int status, byte[] body) =>
        new((HttpStatusCode)status) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Json) } } };
}
