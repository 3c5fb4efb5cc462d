using System.IO.Compression;
using System.Security.Cryptography;

namespace Lucca.Http;

/// <summary>
/// Unpacks gzip and verifies its end. The stream of .NET accepts a truncated body, so a mark is appended as a gzip member of its own.
/// After a complete body the mark comes out last, and is removed. After a truncated one it does not come out.
/// </summary>
internal sealed class GzipBody : BodyStream
{
    private static readonly byte[] Mark = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[] PackedMark = Pack(Mark);

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly AppendedStream _packed;
    private readonly GZipStream _unpacked;
    private int _count;
    private bool _ended;

    public GzipBody(Stream packed)
    {
        _packed = new AppendedStream(packed, PackedMark);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_ended && _count <= Mark.Length)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, _ended ? 0 : _count - Mark.Length);
        _buffer.AsSpan(0, count).CopyTo(buffer.Span);
        _count -= count;
        _buffer.AsSpan(count, _count).CopyTo(_buffer);
        return count;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await _unpacked.ReadAsync(_buffer.AsMemory(_count), cancellationToken).ConfigureAwait(false);
            _count += read;
            _ended = read == 0;
        }
        catch (InvalidDataException broken) when (_packed.HasEnded)
        {
            throw new EndOfStreamException("The compressed body is cut off.", broken);
        }

        if (_ended && !_buffer.AsSpan(0, _count).SequenceEqual(Mark))
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

/// <summary>A stream with bytes appended.</summary>
internal sealed class AppendedStream(Stream first, byte[] then) : BodyStream
{
    private int _appended;

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

        var rest = Math.Min(buffer.Length, then.Length - _appended);
        then.AsSpan(_appended, rest).CopyTo(buffer.Span);
        _appended += rest;
        return rest;
    }

    protected override void Dispose(bool disposing)
    {
        first.Dispose();
        base.Dispose(disposing);
    }
}
