namespace Lucca.Http;

/// <summary>The source of a session's bearer tokens.</summary>
internal abstract class TokenSource : IDisposable
{
    /// <summary>Whether a refused token can be replaced by another.</summary>
    public abstract bool CanRenew { get; }

    /// <summary>The token for a scope.</summary>
    /// <exception cref="LuccaException">The credentials or the scope were refused, or the endpoint did not answer.</exception>
    public abstract Task<AccessToken> GetAsync(string scope, CallNotes notes, CancellationToken cancellationToken);

    /// <summary>The cached token for a scope; null when there is none.</summary>
    public abstract AccessToken? Peek(string scope);

    /// <summary>Removes a token that the server refused.</summary>
    public abstract void Invalidate(AccessToken token);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
