using System.Collections.Concurrent;

namespace Lucca.Http;

/// <summary>
/// Tokens by OAuth 2.0 client credentials: one for each scope, asked for at first need by one caller while the others wait, and
/// renewed before it expires.
/// </summary>
/// <param name="endpoint">The token endpoint.</param>
/// <param name="fixedScope">The scopes to ask for whatever the call needs; null for the least scope of each call.</param>
/// <param name="time">The clock.</param>
internal sealed class ClientCredentialsTokens(TokenEndpoint endpoint, string? fixedScope, TimeProvider time) : TokenSource
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public override bool CanRenew => true;

    public override async Task<AccessToken> GetAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var slot = _slots.GetOrAdd(fixedScope ?? scope, static scope => new Slot(scope));
        if (slot.Token is { } token && time.GetUtcNow() < token.RenewAt)
        {
            return token;
        }

        await slot.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return slot.Token is { } fresh && time.GetUtcNow() < fresh.RenewAt
                ? fresh
                : slot.Token = await RequestAsync(slot, notes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Checks the credentials: a token is issued, or refused for its scope alone.</summary>
    public async Task SignInAsync(CallNotes notes, CancellationToken cancellationToken)
    {
        try
        {
            await GetAsync(Scopes.Read("departments"), notes, cancellationToken).ConfigureAwait(false);
        }
        catch (LuccaException refused) when (fixedScope is null && refused.OAuthError == "invalid_scope")
        {
            // The endpoint knows the key; which scopes it has shows when a command needs them.
        }
    }

    public override AccessToken? Peek(string scope) => _slots.TryGetValue(fixedScope ?? scope, out var slot) ? slot.Token : null;

    public override void Drop(AccessToken token)
    {
        foreach (var slot in _slots.Values)
        {
            slot.Forget(token);
        }
    }

    protected override void Dispose(bool disposing)
    {
        // The gates stay: who waits at one must get through, to learn from the endpoint that it is closed.
        endpoint.Dispose();
        base.Dispose(disposing);
    }

    private async Task<AccessToken> RequestAsync(Slot slot, CallNotes notes, CancellationToken cancellationToken)
    {
        // A key may hold the scope to write without the one to read.
        var scopes = fixedScope is null ? Scopes.ThatAllow(slot.GrantedScope) : [slot.GrantedScope];
        var refusals = new List<LuccaException>();
        while (refusals.Count < scopes.Count)
        {
            try
            {
                var token = await endpoint.RequestAsync(scopes[refusals.Count], notes, cancellationToken).ConfigureAwait(false);
                slot.GrantedScope = scopes[refusals.Count];
                return token;
            }
            catch (LuccaException refused) when (refused.OAuthError == "invalid_scope" && scopes.Count > 1)
            {
                refusals.Add(refused);
            }
        }

        throw new LuccaException(LuccaErrorKind.Forbidden, $"The integration key has none of the scopes {string.Join(", ", scopes)}.", refusals[^1]) { OAuthError = refusals[^1].OAuthError };
    }

    private sealed class Slot(string scope)
    {
        private AccessToken? _token;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public AccessToken? Token
        {
            get => Volatile.Read(ref _token);
            set => Volatile.Write(ref _token, value);
        }

        public string GrantedScope { get; set; } = scope;

        public void Forget(AccessToken token) => Interlocked.CompareExchange(ref _token, null, token);
    }
}
