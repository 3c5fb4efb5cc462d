using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads a date, <c>yyyy-MM-dd</c>; a time behind it, as careless servers send it, is left out.</summary>
internal sealed class DateConverter : JsonConverter<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && reader.GetString()!.Split('T')[0] is var text
        && DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException("A date is yyyy-MM-dd.");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}
