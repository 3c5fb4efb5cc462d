namespace Lucca.Emulator;

/// <summary>Job qualifications: three ranks of each profession.</summary>
internal static class JobQualifications
{
    private const int Ranks = 3;

    public static ResourceKind Kind { get; } = new("job-qualification", "job-qualifications")
    {
        Rows = _ => Enumerable.Range(0, Professions.All.Count * Ranks).Select(index => Row.Of(
            "job-qualification",
            Person.Text(index + 1),
            ("title", Title(index)),
            ("profession", Row.Reference("profession", Person.Text((index / Ranks) + 1))),
            ("rank", (index % Ranks) + 1),
            ("$remoteId", index % 4 == 0 ? null : $"JQ-{index + 1}"),
            ("t9n", Row.Translations("title")),
            ("createdAt", Timestamp.Created(index)),
            ("lastUpdatedAt", Timestamp.Updated(index)))),
        Filters = [new RankFilter("rank"), new ListFilter("profession.id") { Max = int.MaxValue }],
    };

    /// <summary>The qualification of a person: of a profession that is not archived; null for some.</summary>
    public static string? Of(Person person)
        => person.Index % 8 == 7 ? null : Person.Text((person.Index % ((Professions.All.Count - 1) * Ranks)) + 1);

    /// <summary>The title of a person's qualification.</summary>
    public static string? TitleOf(Person person) => Of(person) is null ? null : Title(person.Index % ((Professions.All.Count - 1) * Ranks));

    private static string Title(int index)
        => (index % Ranks) switch { 0 => "Junior ", 1 => "", _ => "Senior " } + Professions.All[index / Ranks].Title;
}

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
            ("t9n", Row.Translations("title", profession.French)))),
        Filters = [new BoolFilter("isArchived")],
    };
}
