namespace Lucca.Http;

/// <summary>
/// Failures of the token endpoint. The call that needs the token is not attempted again: the token request had its own attempts.
/// </summary>
internal sealed class TokenFailure(Uri uri, ClientCredential credential)
{
    private readonly string _address = uri.GetLeftPart(UriPartial.Path);
    private readonly string _clientId = credential.ClientId.Trim();
    private readonly string? _flaw = credential.Flaw;

    private string Flaw => _flaw is null ? "" : " " + _flaw;

    /// <summary>No response came, or one that says to come back later.</summary>
    public LuccaException Unanswered(LuccaException failure) =>
        Create(failure.Kind, $"No token from {_address}: {failure.Message}", failure);

    /// <summary>An error response came.</summary>
    public LuccaException Refused(LuccaException refusal, TokenResponse response, string scope) => (refusal.Status, response.Error) switch
    {
        // Web frameworks answer unknown addresses with similar JSON.
        (404 or 405 or 410, _) or (_, null or "") => NoEndpoint(refusal),
        (_, "invalid_scope") => Create(
            LuccaErrorKind.Forbidden, $"The integration key does not have the scope {scope}{Words(response)}.", refusal, response.Error),
        (_, "invalid_client") => Create(
            LuccaErrorKind.SignInFailed,
            $"{_address} refused the client id '{_clientId}' or its client secret (invalid_client){Words(response)}.{Flaw}",
            refusal,
            response.Error,
            _flaw),
        (_, var code) => Create(LuccaErrorKind.SignInFailed, $"{_address} gave no token ({code}){Words(response)}.", refusal, code),
    };

    /// <summary>The token lacks some of the requested scopes.</summary>
    public LuccaException Narrower(string missing, string granted) =>
        Create(
            LuccaErrorKind.Forbidden,
            $"The integration key does not have the scope {missing}: {_address} granted only {Printable(granted)}.",
            null,
            "invalid_scope");

    /// <summary>The response is not an OAuth response.</summary>
    public LuccaException NoEndpoint(LuccaException? response)
    {
        var what = response?.Status is { } status ? $"HTTP {status}" : "a response without a valid access token";
        return Create(LuccaErrorKind.BadReply, $"There is no token endpoint at {_address}: it sent {what}.", response);
    }

    /// <summary>The same failure for another caller, with the same message or a better one.</summary>
    public static LuccaException Again(LuccaException failure, string? message = null) =>
        new(failure.Kind, message ?? failure.Message, failure)
        {
            TokenUri = failure.TokenUri,
            OAuthError = failure.OAuthError,
            KeyFlaw = failure.KeyFlaw,
            Attempts = failure.Attempts,
            Waited = failure.Waited,
            RetryAfter = failure.RetryAfter,
        };

    private static string Words(TokenResponse response) =>
        string.IsNullOrWhiteSpace(response.ErrorDescription) ? "" : ": " + response.ErrorDescription.TrimEnd('.', ' ');

    private static string Printable(string scopes) => string.Concat(scopes.Where(static c => !char.IsControl(c)));

    private LuccaException Create(LuccaErrorKind kind, string message, LuccaException? cause, string? code = null, string? flaw = null) =>
        new(kind, message, cause)
        {
            TokenUri = uri,
            OAuthError = code,
            KeyFlaw = flaw,
            Attempts = cause?.Attempts ?? 0,
            Waited = cause?.Waited ?? TimeSpan.Zero,
            RetryAfter = cause?.RetryAfter,
        };
}
