namespace Lucca.Http;

/// <summary>A stream, and after its end some bytes more.</summary>
internal sealed class FollowedStream(Stream first, byte[] then) : BodyStream
{
    private int _given;

    /// <summary>Whether the first stream is at its end.</summary>
    public bool HasEnded { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!HasEnded)
        {
            var count = await first.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            HasEnded = count == 0 && buffer.Length > 0;
            if (!HasEnded)
            {
                return count;
            }
        }

        var rest = Math.Min(buffer.Length, then.Length - _given);
        then.AsSpan(_given, rest).CopyTo(buffer.Span);
        _given += rest;
        return rest;
    }

    protected override void Dispose(bool disposing)
    {
        first.Dispose();
        base.Dispose(disposing);
    }
}
