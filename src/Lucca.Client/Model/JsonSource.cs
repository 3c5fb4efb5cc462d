namespace Lucca;

/// <summary>A reply that is being read, and the copy of it that the objects keep which are made of it.</summary>
/// <param name="body">The reply's own bytes, which are gone once it has been read.</param>
internal sealed class JsonSource(ReadOnlyMemory<byte> body)
{
    private readonly PackedJson _copy = new(body.Span);

    /// <summary>The whole text, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text => JsonText.WithoutMark(body);

    /// <summary>All of it, as what an object keeps.</summary>
    public JsonPart Whole => new(_copy, 0, body.Length);

    /// <summary>What an object keeps of the part that it was read from.</summary>
    /// <param name="part">A part of the text, in place.</param>
    public JsonPart Part(ReadOnlySpan<byte> part) =>
        body.Span.Overlaps(part, out var start) ? new JsonPart(_copy, start, part.Length) : default;
}
