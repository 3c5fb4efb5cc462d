using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Lucca.Emulator;

/// <summary>Reads a multipart body (RFC 2046) as its bytes arrive, without holding more of it than a boundary.</summary>
public sealed class MultipartReader
{
    /// <summary>More header lines than this are no upload.</summary>
    private const int MaxHeaderLength = 64 << 10;

    private readonly byte[] _delimiter;
    private readonly bool _keepContent;
    private readonly List<MultipartPart> _parts = [];
    private byte[] _pending = "\r\n"u8.ToArray(); // the first delimiter has no line before it
    private State _state = State.Preamble;

    /// <summary>A reader for a body with the given boundary; the contents of parts are counted and hashed, not kept.</summary>
    /// <param name="boundary">The boundary as the Content-Type states it, without quotes.</param>
    public MultipartReader(string boundary)
        : this(boundary, keepContent: false)
    {
    }

    internal MultipartReader(string boundary, bool keepContent)
    {
        _delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        _keepContent = keepContent;
    }

    private enum State
    {
        Preamble,
        AfterDelimiter,
        Headers,
        Content,
        End,
    }

    /// <summary>The parts so far, the last one perhaps not whole.</summary>
    public IReadOnlyList<MultipartPart> Parts => _parts;

    /// <summary>Whether the last boundary has been read.</summary>
    public bool IsComplete => _state == State.End;

    /// <summary>Reads more of the body.</summary>
    /// <param name="bytes">The next bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _pending = [.. _pending, .. bytes];
        var rest = _pending.AsSpan();
        while (Step(ref rest))
        {
        }

        _pending = rest.ToArray();
    }

    private bool Step(ref Span<byte> rest) => _state switch
    {
        State.Preamble or State.Content => StepContent(ref rest),
        State.AfterDelimiter => StepDelimiter(ref rest),
        State.Headers => StepHeaders(ref rest),
        _ => StepEnd(ref rest),
    };

    private bool StepContent(ref Span<byte> rest)
    {
        var found = rest.IndexOf(_delimiter);
        var length = found >= 0 ? found : Math.Max(0, rest.Length - _delimiter.Length + 1); // the rest may be the start of a delimiter
        if (_state == State.Content && length > 0)
        {
            _parts[^1].Append(rest[..length]);
        }

        rest = rest[(found >= 0 ? found + _delimiter.Length : length)..];
        _state = found >= 0 ? State.AfterDelimiter : _state;
        return found >= 0;
    }

    private bool StepDelimiter(ref Span<byte> rest)
    {
        if (rest.Length < 2)
        {
            return false;
        }

        _state = rest.StartsWith("--"u8) ? State.End : State.Headers;
        return true;
    }

    private bool StepHeaders(ref Span<byte> rest)
    {
        var end = rest.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return rest.Length > MaxHeaderLength && StepEnd(ref rest);
        }

        var lines = Encoding.UTF8.GetString(rest[..end]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        _parts.Add(new MultipartPart(lines, _keepContent));
        rest = rest[(end + 4)..];
        _state = State.Content;
        return true;
    }

    private static bool StepEnd(ref Span<byte> rest)
    {
        rest = [];
        return false;
    }
}

/// <summary>A part of a multipart body: its headers, its length and the hash of its bytes.</summary>
public sealed class MultipartPart
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal MultipartPart(IReadOnlyList<string> headers, bool keepContent)
    {
        Headers = headers;
        Content = keepContent ? new() : null;
        _ = ContentDispositionHeaderValue.TryParse(Header("Content-Disposition"), out var disposition);
        Name = Unquote(disposition?.Name);
        FileName = disposition?.FileNameStar ?? Unquote(disposition?.FileName);
        ContentType = Header("Content-Type");
    }

    /// <summary>The header lines, as they came.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The name of the part; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>The file name; null when it has none. <c>filename*</c> (RFC 8187) wins over <c>filename</c>.</summary>
    public string? FileName { get; }

    /// <summary>The media type; null when it has none.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes.</summary>
    public long Length { get; private set; }

    /// <summary>The SHA-256 of the bytes so far, in lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexString(_hash.GetCurrentHash()).ToLowerInvariant();

    /// <summary>The bytes; null when they are not kept.</summary>
    internal MemoryStream? Content { get; }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        _hash.AppendData(bytes);
        Content?.Write(bytes);
    }

    private string? Header(string name)
        => Headers.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>A parameter without quotes and backslashes; the three escapes that browsers use in file names are undone.</summary>
    private static string? Unquote(string? value) => (value is ['"', .. var quoted, '"'] ? quoted : value)
        ?.Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal)
        .Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);
}
