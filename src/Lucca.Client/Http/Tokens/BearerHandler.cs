using System.Net;
using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>Adds a token to each attempt, for the connected host only.</summary>
internal sealed class BearerHandler(TokenSource tokens, Uri host, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = RequestContext.Of(request);
        if (request.RequestUri!.Authority != host.Authority || request.RequestUri.Scheme != host.Scheme)
        {
            throw new LuccaException(
                LuccaErrorKind.BadRequest,
                $"The request goes to {request.RequestUri.Authority}, but the session is connected to {host.Authority}. "
                + "The token is not sent there. Nothing was sent.");
        }

        var token = await tokens.GetAsync(context.Request.Scope ?? "", context.Notes, cancellationToken).ConfigureAwait(false);
        context.Notes.Conceal(token.Value);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Invalidate(token);
            context.MayRenewToken = tokens.CanRenew;
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        tokens.Dispose();
        base.Dispose(disposing);
    }
}
