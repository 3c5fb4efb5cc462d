namespace Lucca.Http;

/// <summary>What the server sent in place of the thing asked for.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The media type of the body; null for none.</param>
/// <param name="Body">The body's text, at most 64 kB of it, with secrets hidden.</param>
/// <param name="Headers">The headers, by name.</param>
public sealed record ErrorReply(int Status, string? MediaType, string Body, IReadOnlyDictionary<string, string[]> Headers);
