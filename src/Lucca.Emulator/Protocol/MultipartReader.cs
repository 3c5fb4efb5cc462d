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
