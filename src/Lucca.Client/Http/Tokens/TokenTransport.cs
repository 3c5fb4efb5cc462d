using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Lucca.Http;

/// <summary>Sends a token request and reads the whole response.</summary>
/// <param name="request">The request.</param>
/// <param name="notes">Receives what is noted on the way.</param>
/// <param name="cancellationToken">Cancels the request.</param>
/// <exception cref="LuccaException">The request failed, or the endpoint refused it.</exception>
internal delegate Task<(int Status, byte[] Body)> TokenSender(LuccaRequest request, CallNotes notes, CancellationToken cancellationToken);

/// <summary>
/// Sends the token library's request through the transport: time limits, retries, trace, proxy and closing apply to it as to any call.
/// </summary>
internal sealed class TokenTransport(TokenSender send, CallNotes notes) : HttpMessageHandler
{
    /// <summary>The failure when the endpoint refused; null after a success.</summary>
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
            var (status, body) = await send(call, notes, cancellationToken).ConfigureAwait(false);
            return Answer(status, body);
        }
        catch (LuccaException refused) when (refused.Response is not null && !IsTemporary(refused.Kind))
        {
            Refusal = refused;
            return Answer(refused.Response.Status, Encoding.UTF8.GetBytes(refused.Response.Body));
        }
    }

    /// <summary>Whether a later request may succeed.</summary>
    private static bool IsTemporary(LuccaErrorKind kind) => kind is LuccaErrorKind.Unavailable or LuccaErrorKind.RateLimited;

    private static HttpResponseMessage Answer(int status, byte[] body) =>
        new((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Json) } },
        };
}
