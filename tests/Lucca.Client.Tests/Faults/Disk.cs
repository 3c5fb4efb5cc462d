using System.Security.Cryptography;

namespace Lucca.Client.Tests.Faults;

/// <summary>A disk on which so many bytes fit; keeps their hash alone.</summary>
internal sealed class Disk(long space = long.MaxValue) : MemoryStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    public override long Length => _length;

    public string Sha256 => Convert.ToHexString(_hash.GetCurrentHash()).ToLowerInvariant();

    public override void SetLength(long value) => _length = value;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _length += buffer.Length;
        _hash.AppendData(buffer.Span);
        return _length <= space ? ValueTask.CompletedTask : throw new IOException("No space left on device");
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
