using System.Text;

namespace Lucca.Emulator;

/// <summary>Reads a multipart body (RFC 2046) as its bytes arrive, without holding more of it than a boundary.</summary>
public sealed class MultipartReader
{
    /// <summary>More header lines than this are no upload.</summary>
    private const int MaxHeaderLength = 64 << 10;

    private readonly byte[] delimiter;
    private readonly bool keepContent;
    private readonly List<MultipartPart> parts = [];
    private byte[] pending = "\r\n"u8.ToArray(); // the first delimiter has no line before it
    private State state = State.Preamble;

    /// <summary>A reader for a body with the given boundary; the contents of parts are counted and hashed, not kept.</summary>
    /// <param name="boundary">The boundary as the Content-Type states it, without quotes.</param>
    public MultipartReader(string boundary)
        : this(boundary, keepContent: false)
    {
    }

    internal MultipartReader(string boundary, bool keepContent)
    {
        delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        this.keepContent = keepContent;
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
    public IReadOnlyList<MultipartPart> Parts => parts;

    /// <summary>Whether the last boundary has been read.</summary>
    public bool IsComplete => state == State.End;

    /// <summary>Reads more of the body.</summary>
    /// <param name="bytes">The next bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        pending = [.. pending, .. bytes];
        var rest = pending.AsSpan();
        while (Step(ref rest))
        {
        }

        pending = rest.ToArray();
    }

    private bool Step(ref Span<byte> rest) => state switch
    {
        State.Preamble or State.Content => StepContent(ref rest),
        State.AfterDelimiter => StepDelimiter(ref rest),
        State.Headers => StepHeaders(ref rest),
        _ => StepEnd(ref rest),
    };

    private bool StepContent(ref Span<byte> rest)
    {
        var found = rest.IndexOf(delimiter);
        var length = found >= 0 ? found : Math.Max(0, rest.Length - delimiter.Length + 1); // the rest may be the start of a delimiter
        if (state == State.Content && length > 0)
        {
            parts[^1].Append(rest[..length]);
        }

        rest = rest[(found >= 0 ? found + delimiter.Length : length)..];
        state = found >= 0 ? State.AfterDelimiter : state;
        return found >= 0;
    }

    private bool StepDelimiter(ref Span<byte> rest)
    {
        if (rest.Length < 2)
        {
            return false;
        }

        state = rest.StartsWith("--"u8) ? State.End : State.Headers;
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
        parts.Add(new MultipartPart(lines, keepContent));
        rest = rest[(end + 4)..];
        state = State.Content;
        return true;
    }

    private static bool StepEnd(ref Span<byte> rest)
    {
        rest = [];
        return false;
    }
}
