using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Occupation categories. No establishments (null) means all of them.</summary>
internal static class OccupationCategories
{
    public static ResourceKind Kind { get; } = new("occupation-category", "occupation-categories")
    {
        Rows = _ =>
        [
            MakeRow(1, "Cadre", [1, 2, 5]),
            MakeRow(2, "Employé", [1, 2, 5]),
            MakeRow(3, "Leitende Angestellte", [3]),
            MakeRow(4, "Kader", [4]),
            MakeRow(5, "Apprentice", null),
        ],
        Filters = [new ListFilter("businessEstablishments.id") { NullMatches = true }, new SearchFilter("title")],
    };

    /// <summary>The category of a person; null for some.</summary>
    public static string? Of(Person person) => person.Index % 6 == 5 ? null : person.Establishment switch
    {
        3 => "3",
        4 => "4",
        _ => person.Index % 2 == 0 ? "1" : "2",
    };

    private static JsonObject MakeRow(int id, string title, int[]? establishments) => Row.Of(
        "occupation-category",
        Person.Text(id),
        ("title", title),
        ("businessEstablishments", establishments is null ? null : References(establishments)),
        ("$remoteId", id == 5 ? null : $"OC-{id}"),
        ("t9n", Row.Translations("title", id == 5 ? "Apprenti" : null, id == 5 ? "Lehrling" : null)));

    private static JsonArray References(int[] establishments)
        => [.. establishments.Select(id => Row.Reference("business-establishment", Person.Text(id)))];
}
