using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Lists;

namespace Lucca.Emulator.Resources;

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
        Filters = [new ListFilter("taxonomy.id") { Max = 1 }, new SearchFilter("name")],
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
        ("createdAt", Moment.Created(id)),
        ("lastUpdatedAt", Moment.Updated(id)),
        ("t9n", Translations.Of("name", french: name == "English" ? "Anglais" : null)));
}
