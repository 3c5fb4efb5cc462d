namespace Lucca.Http;

/// <summary>How far a body has come. Written by the transfer, read by whoever shows it.</summary>
/// <param name="what">What is transferred, for display.</param>
public sealed class Transfer(string what)
{
    private long _bytes;
    private long _length = -1;

    /// <summary>What is transferred, for display.</summary>
    public string What { get; } = what;

    /// <summary>The bytes so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The bytes in all; null when unknown.</summary>
    public long? Length => Interlocked.Read(ref _length) is >= 0 and var length ? length : null;

    internal void Start(long? length)
    {
        Interlocked.Exchange(ref _bytes, 0);
        Interlocked.Exchange(ref _length, length ?? -1);
    }

    internal void Add(int bytes) => Interlocked.Add(ref _bytes, bytes);
}
