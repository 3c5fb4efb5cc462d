using System.Text.Json.Serialization;

namespace Lucca.Http;

/// <summary>
/// The one request of OAuth 2.0 client credentials (RFC 6749, 4.4), with the credentials in the body as Lucca documents it.
/// All that a token library would do for this module is here.
/// </summary>
internal sealed partial class TokenEndpoint(Uri uri, ClientCredential credential, Transport transport, TimeProvider time) : IDisposable
{
    /// <summary>How long a token is used when the reply does not say how long it lives.</summary>
    private const int UnstatedLife = 300;

    /// <summary>The longest life that is believed, in seconds: a day.</summary>
    private const int LongestLife = 86_400;

    public async Task<AccessToken> RequestAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var request = new LuccaRequest(HttpMethod.Post, uri.AbsolutePath)
        {
            AbsoluteUri = uri,
            IsRepeatable = true,
            HoldsSecrets = true,
            Content = _ => new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", credential.ClientId),
                new("client_secret", PlainText.Of(credential.ClientSecret)),
                new("scope", scope),
            ]),
        };
        try
        {
            var token = await transport.ReadJsonAsync(request, notes, TokenJson.Default.TokenReply, cancellationToken).ConfigureAwait(false);
            return AccessToken.IsValid(token.Value?.AccessToken)
                ? AccessToken.Issued(token.Value.AccessToken, scope, TimeSpan.FromSeconds(Math.Clamp(token.Value.ExpiresIn ?? UnstatedLife, 0, LongestLife)), time.GetUtcNow())
                : throw new LuccaException(LuccaErrorKind.BadReply, $"The token endpoint {uri.Authority} answered without an access token that could be one.");
        }
        catch (LuccaException failure)
        {
            throw Explain(failure, scope);
        }
    }

    public void Dispose() => transport.Dispose();

    /// <summary>Says what the refusal means. The result is never worth another attempt: the endpoint had its own.</summary>
    private LuccaException Explain(LuccaException failure, string scope)
    {
        var (kind, message) = failure switch
        {
            { OAuthError: "invalid_scope" } => (LuccaErrorKind.Forbidden, $"The integration key does not have the scope {scope}."),
            { OAuthError: { } code } => (LuccaErrorKind.SignInFailed, $"{uri.Authority} refused the client id '{credential.ClientId}' or its client secret ({code})."),
            { Kind: LuccaErrorKind.Unavailable or LuccaErrorKind.Timeout or LuccaErrorKind.RateLimited or LuccaErrorKind.BadReply } => (failure.Kind, $"No token: {failure.Message}"),
            _ => (LuccaErrorKind.SignInFailed, $"{uri.Authority} gave no token: {failure.Message}"),
        };
        return new LuccaException(kind, message, failure)
        {
            OAuthError = failure.OAuthError,
            Attempts = failure.Attempts,
            Waited = failure.Waited,
            RetryAfter = failure.RetryAfter,
        };
    }

    internal sealed record TokenReply(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] double? ExpiresIn)
    {
        public override string ToString() => "***";
    }

    [JsonSerializable(typeof(TokenReply))]
    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
    internal sealed partial class TokenJson : JsonSerializerContext;
}
