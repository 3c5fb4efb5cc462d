using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Lucca.Emulator.Server.Requests;

/// <summary>Passes a request's body on, and notes what the log wants to know of it.</summary>
internal sealed class BodyRecorder : Stream
{
    private const int MaxText = 64 << 10;

    private readonly Stream _inner;
    private readonly string _mediaType;
    private readonly MultipartReader? _multipart;
#pragma warning disable CA2213 // the log reads it after the stream is disposed
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _text = new();
#pragma warning restore CA2213
    private readonly object _reading = new();

    public BodyRecorder(HttpRequest request)
    {
        _inner = request.Body;
        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        _mediaType = type?.MediaType ?? "";
        if (_mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            && type!.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value is { } boundary)
        {
            _multipart = new MultipartReader(boundary.Trim('"'));
        }
    }

    public long BytesRead { get; private set; }

    public string? Sha256 => Locked(() => BytesRead == 0 ? null : Convert.ToHexString(_hash.GetCurrentHash()).ToLowerInvariant());

    public string? Json => _mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? Text : null;

    public IReadOnlyDictionary<string, string>? Form => _mediaType == "application/x-www-form-urlencoded"
        ? QueryHelpers.ParseQuery(Text).ToDictionary(
            given => given.Key,
            given => given.Key == "client_secret" ? "***" : given.Value.ToString())
        : null;

    public IReadOnlyList<MultipartPart> Parts => Locked(() => _multipart?.Parts.ToList() ?? []);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private string Text => Locked(() => Encoding.UTF8.GetString(_text.ToArray()));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _inner.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Note(ReadOnlySpan<byte> bytes)
    {
        lock (_reading)
        {
            BytesRead += bytes.Length;
            _hash.AppendData(bytes);
            _multipart?.Append(bytes);
            if (_multipart is null && _text.Length < MaxText)
            {
                _text.Write(bytes[..(int)Math.Min(bytes.Length, MaxText - _text.Length)]);
            }
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_reading)
        {
            return read();
        }
    }
}
