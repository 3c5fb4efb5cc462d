using System.Text.Json;

namespace Lucca;

/// <summary>Turns JSON without a model into values that a shell can show: text, numbers, dictionaries and arrays.</summary>
public static class PlainValue
{
    /// <summary>A JSON value as string, long, decimal, double, bool, null, dictionary, array or (for an address that carries a token) <see cref="LinkUri"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <returns>The value; null for JSON null.</returns>
    public static object? From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => FromMembers(value.EnumerateObject().Select(member => KeyValuePair.Create(JsonText.NameOf(member), member.Value))),
        JsonValueKind.Array => value.EnumerateArray().Select(From).ToArray(),
        JsonValueKind.String => FromText(JsonText.Of(value)),
        JsonValueKind.Number => FromNumber(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Text as it is, or as a <see cref="LinkUri"/> when it is an address with a token in it: such text must not be shown.</summary>
    /// <param name="text">The text.</param>
    public static object FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LinkUri.CarriesToken(text) ? new LinkUri(text) : text;
    }

    /// <summary>A JSON number in the narrowest type that holds it exactly where one does.</summary>
    /// <param name="value">The JSON number.</param>
    public static object FromNumber(JsonElement value) =>
        value.TryGetInt64(out var whole) ? whole
        : value.TryGetDecimal(out var exact) ? exact
        : value.GetDouble();

    /// <summary>The name of a member; the replacement character when it holds half a character, which text cannot.</summary>
    /// <param name="member">The member.</param>
    public static string NameOf(JsonProperty member) => JsonText.NameOf(member);

    internal static PlainMembers FromMembers(IEnumerable<KeyValuePair<string, JsonElement>>? members)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members ?? [])
        {
            values[name] = From(value);
        }

        return new PlainMembers(values);
    }
}
