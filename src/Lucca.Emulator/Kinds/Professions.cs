using Lucca.Emulator.Demo;
using Lucca.Emulator.Lists;

namespace Lucca.Emulator.Resources;

/// <summary>Professions: they share their scopes with the job qualifications.</summary>
internal static class Professions
{
    public static IReadOnlyList<(string Title, string French)> All { get; } =
    [
        ("Developer", "Développeur"),
        ("Accountant", "Comptable"),
        ("Sales representative", "Commercial"),
        ("HR officer", "Chargé RH"),
        ("Logistician", "Logisticien"),
        ("Telegraphist", "Télégraphiste"),
    ];

    public static ResourceKind Kind { get; } = new("profession", "job-qualifications")
    {
        Rows = _ => All.Select((profession, index) => Row.Of(
            "profession",
            Person.Text(index + 1),
            ("title", profession.Title),
            ("isArchived", index == All.Count - 1),
            ("t9n", Translations.Of("title", profession.French)))),
        Filters = [new BoolFilter("isArchived")],
    };
}
