using System.Globalization;
using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Lists;

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
