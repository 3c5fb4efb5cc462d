using System.Runtime.ExceptionServices;
using System.Security;
using Duende.IdentityModel.Client;

namespace Lucca.Http;

/// <summary>
/// Requests tokens by OAuth 2.0 client credentials (RFC 6749, 4.4), with the credentials in the body as Lucca documents it.
/// Duende.IdentityModel makes the request; it is loaded with the first one.
/// </summary>
/// <param name="uri">Its address.</param>
/// <param name="credential">The integration key.</param>
/// <param name="send">Sends the requests.</param>
/// <param name="connection">What sends them; disposed with the endpoint.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenEndpoint(Uri uri, ClientCredential credential, TokenSender send, IDisposable connection, TimeProvider time)
    : IDisposable
{
    private readonly string _clientId = credential.ClientId;

    // A copy, which closing destroys; the credential is the caller's.
    private readonly SecureString _secret = credential.ClientSecret.Copy();
    private readonly TokenFailure _failure = new(uri, credential);

    /// <summary>Requests a token.</summary>
    /// <exception cref="LuccaException">The endpoint refused, granted less, did not answer, or is no token endpoint.</exception>
    public async Task<AccessToken> RequestAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var secret = PlainText.Of(_secret);
        notes.Conceal(secret);
        using var transport = new TokenTransport(send, notes);
        using var client = new HttpMessageInvoker(transport);
        using var request = new ClientCredentialsTokenRequest
        {
            Address = uri.AbsoluteUri,
            ClientId = _clientId,
            ClientSecret = secret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = scope,
        };
        var answer = await client.RequestClientCredentialsTokenAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer is { HttpResponse: null, Exception: { } failure })
        {
            ExceptionDispatchInfo.Throw(failure is LuccaException unanswered ? _failure.Unanswered(unanswered) : failure);
        }

        var response = new TokenResponse(answer.Json, notes);
        if (transport.Refusal is { } refusal)
        {
            throw _failure.Refused(refusal, response, scope);
        }

        return response.IsToken
            ? Check(response, scope)
            : throw _failure.NoEndpoint(null);
    }

    public void Dispose()
    {
        connection.Dispose();
        _secret.Dispose();
    }

    /// <summary>Reports missing scopes now, before a call fails with 403.</summary>
    private AccessToken Check(TokenResponse response, string scope) =>
        Scopes.Missing(scope, response.Scope) is { Length: > 0 } missing
            ? throw _failure.Narrower(missing, response.Scope!)
            : AccessToken.Issued(response.AccessToken!, scope, response.Life, time.GetUtcNow());
}
