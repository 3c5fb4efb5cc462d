namespace Lucca.Http;

/// <content>Checks of the connection itself.</content>
public sealed partial class Transport
{
    /// <summary>Checks the credentials without touching any data.</summary>
    /// <param name="notes">Receives progress and warnings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="LuccaException">They were refused, or there was no answer.</exception>
    public async Task SignInAsync(CallNotes notes, CancellationToken cancellationToken)
    {
        if (_options.Network is null)
        {
            await HostCheck.EnsureExistsAsync(BaseUri, _options.Proxy, cancellationToken).ConfigureAwait(false);
        }

        if (_tokens is ClientCredentialsTokens tokens)
        {
            await tokens.SignInAsync(notes, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Only the tenant can judge a token; whether it has the scope for this list does not matter.
        var probe = LuccaRequest.Get("departments") with { Query = new QueryParameters { { "limit", "0" } } };
        try
        {
            await SendAsync(probe, notes, static (_, _) => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
        }
        catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.Forbidden)
        {
        }
    }

    /// <summary>Tests the connection with one request that changes nothing.</summary>
    /// <param name="scope">A scope that the key should have; an empty page of its list is requested.</param>
    /// <param name="notes">Receives progress and warnings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result; a failure is part of it.</returns>
    public Task<ConnectionTest> TestAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new ConnectionProbe(this, _tokens!, _options.Time).RunAsync(scope, notes, cancellationToken);
    }
}
