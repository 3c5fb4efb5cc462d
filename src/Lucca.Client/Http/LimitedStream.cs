namespace Lucca.Http;

/// <summary>Fails when more comes out of a stream than it should hold: a guard against bodies that never end, or unpack without end.</summary>
internal sealed class LimitedStream(Stream inner, long limit, Func<Exception> exceeded) : BodyStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read += count;
        return _read <= limit ? count : throw exceeded();
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
