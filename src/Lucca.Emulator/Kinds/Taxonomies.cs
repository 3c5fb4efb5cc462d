using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Taxonomies: lists of labels that attributes choose their values from.</summary>
internal static class Taxonomies
{
    public static ResourceKind Kind { get; } = new("taxonomy", "taxonomies")
    {
        Rows = _ =>
        [
            MakeRow(1, "T-shirt sizes", "id", "Tailles"),
            MakeRow(2, "Langues", "name", "Langues"),
            MakeRow(3, "Essai (vide)", "id", null),
        ],
        Filters = [new WordSearchFilter("name")],
    };

    private static JsonObject MakeRow(int id, string name, string sortLabelsBy, string? french) => Row.Of(
        "taxonomy",
        Person.Text(id),
        ("name", name),
        ("sortLabelsBy", sortLabelsBy),
        ("createdAt", Timestamp.Created(id)),
        ("lastUpdatedAt", Timestamp.Updated(id)),
        ("t9n", Row.Translations("name", french)));
}

/// <summary>Labels of taxonomies: they share their scopes with the taxonomies.</summary>
internal static class TaxonomyLabels
{
    private static readonly string[] Sizes = ["S", "M", "L", "XL"];
    private static readonly string[] Languages = ["Français", "Deutsch", "English", "Español", "Latein"];

    public static ResourceKind Kind { get; } = new("taxonomy-label", "taxonomies")
    {
        Rows = _ =>
        [
            .. Sizes.Select((name, index) => MakeRow("1", 11 + index, name)),
            .. Languages.Select((name, index) => MakeRow("2", 21 + index, name)),
        ],
        Filters = [new ListFilter("taxonomy.id") { Max = 1 }, new WordSearchFilter("name"), new BoolFilter("isArchived")],
        SortKeys = ["id", "name"],
    };

    /// <summary>A person's size.</summary>
    public static string SizeOf(Person person) => Person.Text(11 + (person.Index % Sizes.Length));

    /// <summary>The languages that a person speaks.</summary>
    public static IEnumerable<string> LanguagesOf(Person person)
        => person.IsFrench ? [Person.Text(21), Person.Text(22 + (person.Index % 3))] : [Person.Text(22)];

    private static JsonObject MakeRow(string taxonomy, int id, string name) => Row.Of(
        "taxonomy-label",
        Person.Text(id),
        ("taxonomy", Row.Reference("taxonomy", taxonomy)),
        ("name", name),
        ("remoteId", id % 2 == 0 ? $"TL-{id}" : null),
        ("isArchived", name == "Latein"),
        ("lastArchivedAt", name == "Latein" ? "2024-03-01T00:00:00Z" : null),
        ("createdAt", Timestamp.Created(id)),
        ("lastUpdatedAt", Timestamp.Updated(id)),
        ("t9n", Row.Translations("name", french: name == "English" ? "Anglais" : null)));
}
