namespace Lucca.Http;

/// <summary>The place of one scope's token.</summary>
internal sealed class TokenSlot(string scope)
{
    private AccessToken? _token;

    /// <summary>The request for a token, of which there is one at a time.</summary>
    public SharedWork<AccessToken> Request { get; } = new();

    public AccessToken? Token
    {
        get => Volatile.Read(ref _token);
        set => Volatile.Write(ref _token, value);
    }

    /// <summary>The scope that the key has: the one asked for, or the wider one when it lacks that.</summary>
    public string GrantedScope { get; set; } = scope;

    public void Forget(AccessToken token) => Interlocked.CompareExchange(ref _token, null, token);
}
