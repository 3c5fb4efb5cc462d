using System.Collections.Concurrent;

namespace Lucca.Http;

/// <summary>
/// Tokens by OAuth 2.0 client credentials: one for each scope, requested when first needed, once for all callers that wait, and renewed
/// before it expires. A refused key is not tried again.
/// </summary>
/// <param name="endpoint">The token endpoint.</param>
/// <param name="fixedScope">The scopes of every token; null for the least scope of each call.</param>
/// <param name="time">The clock.</param>
internal sealed class ClientCredentialsTokens(TokenEndpoint endpoint, string? fixedScope, TimeProvider time) : TokenSource
{
    private readonly ConcurrentDictionary<string, TokenSlot> _slots = new(StringComparer.Ordinal);

    // One token request at a time per key; waiters share its failure.
#pragma warning disable CA2213 // a token request still releases it while the session closes
    private readonly SemaphoreSlim _turn = new(1);
#pragma warning restore CA2213
    private LuccaException? _failure;
    private LuccaException? _refusal;

    public override bool CanRenew => true;

    public override async Task<AccessToken> GetAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var slot = _slots.GetOrAdd(fixedScope ?? scope, static scope => new TokenSlot(scope));
        if (Fresh(slot) is { } token)
        {
            return token;
        }

        try
        {
            return await slot.Request.JoinAsync(end => RenewAsync(slot, notes, end), cancellationToken).ConfigureAwait(false);
        }
        catch (LuccaException failure)
        {
            // Each caller adds its own attempts to the failure, so each needs a copy.
            throw TokenFailure.Again(failure);
        }
    }

    /// <summary>Checks the credentials: a token is issued, or refused for its scope alone.</summary>
    public async Task SignInAsync(CallNotes notes, CancellationToken cancellationToken)
    {
        try
        {
            await GetAsync(Scopes.Read("departments"), notes, cancellationToken).ConfigureAwait(false);
        }
        catch (LuccaException refused) when (fixedScope is null && refused.Kind == LuccaErrorKind.Forbidden)
        {
            // The endpoint knows the key; its scopes show when a command needs them.
        }
    }

    public override AccessToken? Peek(string scope) => _slots.TryGetValue(fixedScope ?? scope, out var slot) ? slot.Token : null;

    public override void Invalidate(AccessToken token)
    {
        foreach (var slot in _slots.Values)
        {
            slot.Invalidate(token);
        }
    }

    protected override void Dispose(bool disposing)
    {
        endpoint.Dispose();
        _slots.Clear();
        base.Dispose(disposing);
    }

    private AccessToken? Fresh(TokenSlot slot) => slot.Token is { } token && time.GetUtcNow() < token.RenewAt ? token : null;

    private async Task<AccessToken> RenewAsync(TokenSlot slot, CallNotes notes, CancellationToken cancellationToken)
    {
        // Another request may have ended since the caller looked.
        if (Fresh(slot) is { } token)
        {
            return token;
        }

        var earlier = Volatile.Read(ref _failure);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var failed = _refusal ?? (ReferenceEquals(_failure, earlier) ? null : _failure);
            return slot.Token = await (failed is null ? RequestAsync(slot, notes, cancellationToken) : throw failed).ConfigureAwait(false);
        }
        catch (LuccaException failure) when (failure.Kind != LuccaErrorKind.Forbidden)
        {
            Volatile.Write(ref _failure, failure);

            // Repeating a refused key would look like guessing. Connect-Lucca makes a new session.
            _refusal ??= failure.Kind == LuccaErrorKind.SignInFailed ? failure : null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<AccessToken> RequestAsync(TokenSlot slot, CallNotes notes, CancellationToken cancellationToken)
    {
        // A key may have the scope to write without the one to read.
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
            catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.Forbidden && scopes.Count > 1)
            {
                refusals.Add(refused);
            }
        }

        throw TokenFailure.Again(refusals[^1], $"The integration key has none of the scopes {string.Join(", ", scopes)}.");
    }
}
