using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Lists;

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
