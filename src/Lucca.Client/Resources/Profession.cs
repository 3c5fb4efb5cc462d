using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A profession: what job qualifications are ranks of.</summary>
public sealed class Profession : Resource
{
    /// <summary>The name, unique, 1 to 255 characters: the API's <c>title</c>.</summary>
    [JsonPropertyName("title")]
    public string? Name { get; init; }

    /// <summary>Whether it is archived: new job qualifications cannot use it.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;
}
