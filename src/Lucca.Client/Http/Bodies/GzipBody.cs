using System.IO.Compression;
using System.Security.Cryptography;

namespace Lucca.Http;

/// <summary>
/// Unpacks gzip to its end. The stream of .NET takes a body that breaks off for one that ends. So a mark follows the body, as a gzip
/// member of its own: where the body is whole, the mark is the last that comes out, and is kept back; where it is not, the mark is
/// lost in what it was missing.
/// </summary>
internal sealed class GzipBody : BodyStream
{
    private static readonly byte[] Mark = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[] PackedMark = Pack(Mark);

    private readonly byte[] _held = new byte[16 * 1024];
    private readonly FollowedStream _packed;
    private readonly GZipStream _unpacked;
    private int _count;
    private bool _ended;

    public GzipBody(Stream packed)
    {
        _packed = new FollowedStream(packed, PackedMark);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_ended && _count <= Mark.Length)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        var given = Math.Min(buffer.Length, _ended ? 0 : _count - Mark.Length);
        _held.AsSpan(0, given).CopyTo(buffer.Span);
        _count -= given;
        _held.AsSpan(given, _count).CopyTo(_held);
        return given;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            var count = await _unpacked.ReadAsync(_held.AsMemory(_count), cancellationToken).ConfigureAwait(false);
            _count += count;
            _ended = count == 0;
        }
        catch (InvalidDataException broken) when (_packed.HasEnded)
        {
            throw new EndOfStreamException("The compressed body is cut off.", broken);
        }

        if (_ended && !_held.AsSpan(0, _count).SequenceEqual(Mark))
        {
            throw new EndOfStreamException("The compressed body is cut off.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        _packed.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}

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
