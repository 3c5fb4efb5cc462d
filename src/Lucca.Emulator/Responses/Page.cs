using System.Globalization;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>One page of a list.</summary>
internal sealed record Page(IReadOnlyList<JsonObject> Items, int TotalCount, string? Previous, string? Next)
{
    private const int DefaultLimit = 25;

    public static Page Of(ApiCall call, IReadOnlyList<JsonObject> rows)
    {
        var size = Size(call);
        var offset = Cursor.Parse(call.Query.Single("page"), size);
        var items = rows.Skip(offset).Take(size).ToList();
        var next = size > 0 && offset < rows.Count - size ? Cursor.Of(offset + size) : null;
        var previous = size > 0 && offset > 0 ? Cursor.Of(Math.Max(0, Math.Min(offset, rows.Count) - size)) : null;
        return new(items, rows.Count, previous, next);
    }

    private static int Size(ApiCall call)
    {
        var limit = DefaultLimit;
        var isValid = call.Query.Single("limit") is not { } text
            || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit);
        if (!isValid || limit > call.Kind.MaxLimit)
        {
            throw Problem.Invalid("limit", $"The limit must be an integer between 0 and {call.Kind.MaxLimit}.");
        }

        // The option is about pages that are smaller than asked; its default must not cut the resources that allow 1000.
        return call.Tenant.Options.MaxPageSize is var most && most < 100 ? Math.Min(limit, most) : limit;
    }
}

/// <summary>The parameter <c>page</c>: an opaque cursor such as <c>!S7DHF</c>, or a number from 1 on.</summary>
internal static class Cursor
{
    private const string Digits = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 5;

    // Hides the offset, so that nobody comes to count with cursors.
    private const int Mask = 0x0A5_3C71;

    /// <summary>The cursor of the page that begins with the item at an offset.</summary>
    public static string Of(int offset)
        => "!" + string.Concat(Enumerable.Range(0, Length).Select(index => Digits[((offset ^ Mask) >> (5 * index)) & 31]));

    /// <summary>The offset of a request's page; 0 without the parameter.</summary>
    public static int Parse(string? text, int pageSize) => text is null ? 0 : Offset(text, pageSize);

    private static int Offset(string text, int pageSize)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1)
        {
            return (int)Math.Min(int.MaxValue, (page - 1L) * pageSize);
        }

        var digits = text.TrimStart('!').Select(digit => Digits.IndexOf(digit, StringComparison.Ordinal)).ToList();
        return digits.Count == Length && !digits.Contains(-1)
            ? Mask ^ digits.Select((digit, index) => digit << (5 * index)).Sum()
            : throw Problem.Invalid("page", $"The value '{text}' is not a page.");
    }
}

/// <summary>The address of another page.</summary>
internal static class PageLink
{
    /// <summary>With the rest of the query or without it, as the tenant's option says; null when there is no such page.</summary>
    public static string? To(ApiCall call, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var kept = call.Tenant.Options.NextLinkKeepsQuery
            ? call.Query.Pairs.Where(pair => !string.Equals(pair.Key, "page", StringComparison.OrdinalIgnoreCase))
            : [];
        var pairs = kept.Append(new("page", cursor)).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Escape(pair.Value)}");
        return $"{call.Origin}/lucca-api/{call.Kind.Path}?{string.Join('&', pairs)}";
    }

    /// <summary>Escapes all but the commas of lists and the ! of cursors, which the documentation leaves as they are.</summary>
    private static string Escape(string value)
        => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%21", "!", StringComparison.Ordinal);
}
