using System.Diagnostics.CodeAnalysis;
using System.Dynamic;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Base of all resources: an id, a type, an address, and on request links and embedded resources.</summary>
/// <remarks>
/// Any member but the id may be absent in a response, and is null then (docs/api.md#resources). JSON, CSV and lists show the public
/// properties, one for each fact; shells get the internal ones by name, and are told of <see cref="NamesBesideProperties"/>.
/// </remarks>
public abstract class Resource : Reference, IDynamicMetaObjectProvider
{
    /// <summary>The links; null unless included.</summary>
    [JsonInclude]
    [JsonConverter(typeof(SkippedConverter<Links>))]
    internal Links? Links { get; set; }

    /// <summary>The malformed embedded resources, by type and id; null for none. The others replace the references to them.</summary>
    [JsonInclude]
    [JsonPropertyName("embedded")]
    [JsonConverter(typeof(SkippedConverter<List<string>>))]
    internal List<string>? Omitted { get; set; }

    /// <summary>The JSON of this resource.</summary>
    [JsonIgnore]
    internal JsonPart Json { get; set; }

    /// <summary>The entity tag of the response, verbatim; null for none, as for items of a list.</summary>
    [JsonIgnore]
    internal string? ETag { get; set; }

    /// <summary>What a shell finds by name though no property holds it, in the order to show it; a name is added to all.</summary>
    internal virtual IReadOnlyList<string> NamesBesideProperties => [];

    /// <inheritdoc/>
    internal override string? Kind => ResourceTypes.NameOf(GetType()) ?? Type;

    /// <summary>The JSON as the API sent it, with secrets and the tokens of addresses hidden.</summary>
    /// <exception cref="InvalidOperationException">The object was read from a file, which has no JSON.</exception>
    public string ToJson() => Json.Text is { } json
        ? LinkUri.Hide(Masking.Hide(json, FindSecrets))
        : throw new InvalidOperationException("An object read from a file has no JSON of the API. Get it again.");

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1033", Justification = "Only binders call it. PowerShell lists it either way.")]
    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new NamesForShells(parameter, this);

    /// <summary>Shows each reference to a visitor and keeps the result.</summary>
    internal virtual void Visit(ReferenceVisitor visitor)
    {
    }

    private static IEnumerable<(int Start, int Length)> FindSecrets(string text) =>
        Masking.SecretMember().Matches(text).Select(static value => (value.Index, value.Length));
}

/// <summary>Skips a member that is read apart, so that a malformed one does not spoil the resource.</summary>
/// <typeparam name="T">The type of the member.</typeparam>
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

/// <summary>Visits the references of a resource and may replace them by a resource or a named reference.</summary>
internal abstract class ReferenceVisitor
{
    /// <summary>Visits a reference.</summary>
    /// <param name="type">The type under which the API embeds its resource.</param>
    /// <param name="reference">The reference, or the resource that has replaced it; null for none.</param>
    /// <param name="member">The property that holds it.</param>
    /// <returns>The new value of the property.</returns>
    [return: NotNullIfNotNull(nameof(reference))]
    public abstract Reference? Visit(string type, Reference? reference, [CallerArgumentExpression(nameof(reference))] string member = "");

    /// <summary>The resource of a reference that stays unchanged; null when it was not read.</summary>
    public virtual Resource? Find(string type, Reference? reference) => null;

    /// <summary>Visits each reference of a list.</summary>
    /// <param name="type">The type under which the API embeds their resources.</param>
    /// <param name="references">The list; null for none.</param>
    /// <param name="member">The property that holds it.</param>
    public void VisitEach(string type, Values<Reference>? references, [CallerArgumentExpression(nameof(references))] string member = "")
    {
        for (var index = 0; index < (references?.Count ?? 0); index++)
        {
            references![index] = Visit(type, references[index], member);
        }
    }
}
