using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>What every resource of the API has: an id, a type, an address, and on request links and embedded resources.</summary>
/// <remarks>
/// Any member but the id may be absent in a response and is null then (docs/api.md#resources). A public property is what JSON, CSV and
/// lists show, so each fact has one; what else is known of a resource is internal, and shells get it by name.
/// </remarks>
public abstract class Resource : Reference
{
    /// <summary>Related addresses by name; null unless links were included.</summary>
    [JsonInclude]
    [JsonConverter(typeof(SkippedConverter<Links>))]
    internal Links? Links { get; set; }

    /// <summary>What was embedded and does not fit, each by its type and id; null when all fits.</summary>
    /// <remarks>What fits stands in the place of the references to it, and is kept nowhere else.</remarks>
    [JsonInclude]
    [JsonPropertyName("embedded")]
    [JsonConverter(typeof(SkippedConverter<List<string>>))]
    internal List<string>? Omitted { get; set; }

    /// <summary>The JSON that this was read from.</summary>
    [JsonIgnore]
    internal JsonPart Json { get; set; }

    /// <summary>The entity tag of the response that held this resource, verbatim; null when it had none, as for items of a list.</summary>
    [JsonIgnore]
    internal string? ETag { get; set; }

    /// <inheritdoc/>
    internal override string? Kind => ResourceTypes.NameOf(GetType()) ?? Type;

    /// <summary>The JSON as the API sent it, with secrets and the tokens of addresses hidden.</summary>
    /// <exception cref="InvalidOperationException">The object came from a file, which keeps no JSON.</exception>
    public string ToJson() => Json.Text is { } json
        ? LinkUri.Hide(Masking.Hide(json, static form => Masking.SecretMember().Matches(form).Select(static value => (value.Index, value.Length))))
        : throw new InvalidOperationException("An object read from a file has no JSON of the API. Get it again.");

    /// <summary>Shows each of the resource's own references to a visitor and keeps what it gives back.</summary>
    internal virtual void Visit(ReferenceVisitor visitor)
    {
    }
}

/// <summary>Passes over a member that <see cref="ResourceReader"/> reads by itself: where it is wanted, and so that a malformed part of it spoils nothing.</summary>
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
