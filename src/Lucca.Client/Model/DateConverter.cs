using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads a day, <c>yyyy-MM-dd</c>, as midnight of no particular zone; a time behind it, as careless servers send it, is left out.</summary>
internal sealed class DateConverter : JsonConverter<DateTime>
{
    private const string Form = "yyyy-MM-dd";

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, Parse);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));

    private static DateTime Parse(ReadOnlySpan<char> text)
    {
        var day = text.IndexOf('T') is >= 0 and var end ? text[..end] : text;
        return DateTime.TryParseExact(day, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw new JsonException("A date is yyyy-MM-dd.");
    }
}
