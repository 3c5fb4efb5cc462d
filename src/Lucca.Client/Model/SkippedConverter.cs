using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Passes over a member that <see cref="ResourceReader"/> reads by itself: where it is wanted, and so that an odd part of it spoils nothing.</summary>
/// <typeparam name="T">What the member would be.</typeparam>
internal sealed class SkippedConverter<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It comes from the API and is never sent.");
}
