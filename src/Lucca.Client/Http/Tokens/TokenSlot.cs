namespace Lucca.Http;

/// <summary>The token of one scope.</summary>
internal sealed class TokenSlot(string scope)
{
    private AccessToken? _token;

    /// <summary>The request for a token: one at a time.</summary>
    public SharedWork<AccessToken> Request { get; } = new();

    public AccessToken? Token
    {
        get => Volatile.Read(ref _token);
        set => Volatile.Write(ref _token, value);
    }

    /// <summary>The scope that the key has: the one that the call needs, or a wider one.</summary>
    public string GrantedScope { get; set; } = scope;

    public void Invalidate(AccessToken token) => Interlocked.CompareExchange(ref _token, null, token);
}
