using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Turns JSON without a model into values that a shell can show: text, numbers, dictionaries and arrays.</summary>
public static class PlainValue
{
    /// <summary>A JSON value as string, long, decimal, double, bool, null, dictionary, array or (for an address that carries a token) <see cref="LinkUri"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <param name="origin">The connection that brought it, for links; null for none.</param>
    /// <returns>The value; null for JSON null.</returns>
    public static object? From(JsonElement value, object? origin = null) => value.ValueKind switch
    {
        JsonValueKind.Object => FromMembers(
            value.EnumerateObject().Select(member => KeyValuePair.Create(JsonText.NameOf(member), member.Value)), origin),
        JsonValueKind.Array => value.EnumerateArray().Select(item => From(item, origin)).ToArray(),
        JsonValueKind.String => FromText(JsonText.Of(value), origin),
        JsonValueKind.Number => FromNumber(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Text as it is, or as a <see cref="LinkUri"/> when it is an address with a token in it: such text must not be shown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">The connection that brought it; null for none.</param>
    public static object FromText(string text, object? origin = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LinkUri.CarriesToken(text) ? new LinkUri(text) { Origin = origin } : text;
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

    internal static PlainMembers FromMembers(IEnumerable<KeyValuePair<string, JsonElement>>? members, object? origin = null)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members ?? [])
        {
            values[name] = From(value, origin);
        }

        return new PlainMembers(values);
    }
}

/// <summary>The members of a JSON object without a model. Their text is all of them with their names.</summary>
/// <param name="members">The values by name.</param>
public sealed class PlainMembers(IDictionary<string, object?> members) : ReadOnlyDictionary<string, object?>(members)
{
    /// <summary>All of them with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}

/// <summary>Reads a member that may hold any JSON as a value that a shell can show.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValue.From(JsonElement.ParseValue(ref reader), OriginResolver.OriginOf(options));

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values of any kind come from the API and are never sent.");
}
