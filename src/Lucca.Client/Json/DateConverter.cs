using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads a date, <c>yyyy-MM-dd</c>, as midnight without a zone. A time after it, which some servers send, is ignored.</summary>
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
        return DateTime.TryParseExact(day, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException("A date is yyyy-MM-dd.");
    }
}

/// <summary>Reads ISO 8601 timestamps with any number of fraction digits; without an offset they are UTC.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, Parse);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static DateTimeOffset Parse(ReadOnlySpan<char> text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, ..]
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException("A timestamp is an ISO 8601 date and time.");
}
