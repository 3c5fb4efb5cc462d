using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// The opaque cursors of a list. Only the <c>page</c> value is taken from <c>links.next</c>: the documented examples disagree on
/// whether that address repeats the other parameters, and it must not lead to another place.
/// </summary>
public sealed class Cursors
{
    /// <summary>The most characters of a cursor: an address has to fit into the 8 kB that the API takes of a request's head (docs/api.md#limits).</summary>
    private const int MaxLength = 4096;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The cursor of the page to ask for; null for the first page, and after the last.</summary>
    public string? Current { get; private set; }

    /// <summary>Moves on to the page that a reply's <c>links.next.href</c> names.</summary>
    /// <param name="next">The address; null on the last page.</param>
    /// <exception cref="LuccaException">The link has no usable cursor, or leads back to an earlier page.</exception>
    public void MoveNext(LinkUri? next)
    {
        var previous = Current;
        Current = next is null ? null : CursorOf(next);

        // A last page that names itself as the next one stands in the documented examples (docs/api.md#lists).
        if (Current is not null && Current == previous)
        {
            Current = null;
        }
        else if (Current is not null && !_seen.Add(Current))
        {
            throw new LuccaException(LuccaErrorKind.BadReply, "The server's next page leads back to an earlier one: the list would never end.");
        }
    }

    private static string CursorOf(LinkUri href)
    {
        var query = href.Reveal().Split('?', 2).ElementAtOrDefault(1) ?? "";
        var cursor = query.Split('#')[0].Split('&').FirstOrDefault(part => part.StartsWith("page=", StringComparison.Ordinal))?["page=".Length..];
        return cursor is not { Length: > 0 and <= MaxLength }
            ? throw new LuccaException(LuccaErrorKind.BadReply, "The server names a next page without a cursor that could be one.")
            : Uri.UnescapeDataString(cursor);
    }
}
