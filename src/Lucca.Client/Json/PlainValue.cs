using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Converts JSON without a model to values that a shell can show: text, numbers, dictionaries and arrays.</summary>
public static class PlainValue
{
    /// <summary>
    /// A JSON value as string, number, bool, null, dictionary, array, or <see cref="LinkUri"/> for an address with a token.
    /// </summary>
    /// <param name="value">The JSON value.</param>
    /// <param name="origin">The connection of its links; null for none.</param>
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

    /// <summary>The text, or a <see cref="LinkUri"/> when it is an address with a token, which must not be shown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">The connection of the link; null for none.</param>
    public static object FromText(string text, object? origin = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LinkUri.CarriesToken(text) ? new LinkUri(text) { Origin = origin } : text;
    }

    /// <summary>A JSON number as long or decimal where that is exact, else as double.</summary>
    /// <param name="value">The JSON number.</param>
    public static object FromNumber(JsonElement value) =>
        value.TryGetInt64(out var whole) ? whole
        : value.TryGetDecimal(out var exact) ? exact
        : value.GetDouble();

    /// <summary>The name of a member; the replacement character when it holds a lone surrogate.</summary>
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

/// <summary>The members of a JSON object without a model.</summary>
/// <param name="members">The values by name.</param>
public sealed class PlainMembers(IDictionary<string, object?> members) : ReadOnlyDictionary<string, object?>(members)
{
    /// <summary>All values with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}

/// <summary>Reads a member that may hold any JSON.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValue.From(JsonElement.ParseValue(ref reader), OriginResolver.OriginOf(options));

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values of any kind come from the API and are never sent.");
}
