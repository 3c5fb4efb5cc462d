using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Lists;

namespace Lucca.Emulator.Resources;

/// <summary>Taxonomies: lists of labels that attributes choose their values from.</summary>
internal static class Taxonomies
{
    public static ResourceKind Kind { get; } = new("taxonomy", "taxonomies")
    {
        Rows = _ => [MakeRow(1, "T-shirt sizes", "id", "Tailles"), MakeRow(2, "Langues", "name", "Langues"), MakeRow(3, "Essai (vide)", "id", null)],
        Filters = [new SearchFilter("name")],
    };

    private static JsonObject MakeRow(int id, string name, string sortLabelsBy, string? french) => Row.Of(
        "taxonomy",
        Person.Text(id),
        ("name", name),
        ("sortLabelsBy", sortLabelsBy),
        ("createdAt", Moment.Created(id)),
        ("lastUpdatedAt", Moment.Updated(id)),
        ("t9n", Translations.Of("name", french)));
}
