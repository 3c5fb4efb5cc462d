namespace Lucca;

/// <summary>Where the JSON of an object stands in the reply that it came in.</summary>
/// <param name="Reply">The reply; null for an object that came from none.</param>
/// <param name="Start">The first byte.</param>
/// <param name="Length">The number of bytes.</param>
internal readonly record struct JsonPart(PackedJson? Reply, int Start, int Length)
{
    /// <summary>The JSON; null when there is none.</summary>
    public string? Text => Reply?.Text(Start, Length);
}
