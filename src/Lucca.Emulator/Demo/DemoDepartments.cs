namespace Lucca.Emulator;

/// <summary>The departments of the demo data: forty that are named, and as many more as a test wants.</summary>
internal static class DemoDepartments
{
    // Siblings in their order: Finances is the third root, as in the documentation.
    private static readonly DemoDepartment[] Named =
    [
        new(1, 0, "Direction générale", "DG"),
        new(2, 0, "Technology", "TECH"),
        new(32, 0, "Finances", "FIN"),
        new(3, 0, "Sales", "SALES"),
        new(4, 0, "Ressources humaines", "RH"),
        new(5, 0, "Opérations", "OPS"),
        new(6, 2, "Engineering", "TECH-ENG"),
        new(7, 2, "Infrastructure", "TECH-INF"),
        new(8, 2, "Sicherheit", "TECH-SEC"),
        new(9, 2, "Product", "TECH-PRO"),
        new(10, 6, "Backend", null),
        new(11, 6, "Frontend", null),
        new(12, 6, "Qualité logicielle", "TECH-QA"),
        new(13, 7, "Réseaux & télécoms", "TECH-NET"),
        new(14, 7, "Cloud", null),
        new(15, 9, "Design", "TECH-UX"),
        new(16, 9, "Département é€漢", "INTL-漢"),
        new(17, 3, "Vertrieb DACH", "SALES-DE"),
        new(18, 3, "Ventes France", "SALES-FR"),
        new(19, 3, "Iberia", "SALES-ES"),
        new(24, 3, "Marketing", "MKT"),
        new(20, 17, "Schlüsselkunden", null),
        new(21, 17, "Partner", null),
        new(22, 18, "Grands comptes", null),
        new(23, 18, "PME", null),
        new(25, 24, "Événementiel", "MKT-EV"),
        new(26, 24, "Web \"& more\" <beta> #1", "MKT-WEB"),
        new(27, 4, "Paie", "RH-PAIE"),
        new(28, 4, "Recrutement", "RH-REC"),
        new(29, 4, "Formation", "RH-FOR") { IsArchived = true },
        new(30, 5, "Logistik", "OPS-LOG"),
        new(31, 5, "Achats", "OPS-ACH"),
        new(39, 5, "Fax Services", null) { IsArchived = true },
        new(33, 32, "Accounting", "FIN-ACC"),
        new(34, 32, "Contrôle de gestion", "FIN-CTL"),
        new(35, 32, "Trésorerie", "FIN-TRE"),
        new(36, 33, "Accounts payable", null),
        new(37, 33, "Accounts receivable", null),
        new(38, 30, "Lager Süd", "OPS-LOG-S") { IsArchived = true },
        new(40, 1, "Synchronised directory", "SYNC") { OwningApplication = "directory-sync" },
    ];

    /// <summary>The first departments, in the order of siblings.</summary>
    public static IEnumerable<DemoDepartment> All(int count)
    {
        var named = Named.GroupBy(department => department.Parent)
            .SelectMany(siblings => siblings.Select((department, index) => department with { SortOrder = index }))
            .Where(department => department.Number <= count);
        return named.Concat(Enumerable.Range(41, Math.Max(0, count - 40)).Select(Numbered));
    }

    /// <summary>Depth 1 for a root, which no more than two steps lead to.</summary>
    public static int Level(DemoDepartment department, IReadOnlyDictionary<int, DemoDepartment> all)
        => department.Parent == 0 ? 1 : 1 + Level(all[department.Parent], all);

    // In each nine: a root, two below it, three below each of these.
    private static DemoDepartment Numbered(int number) => (number % 9, number) switch
    {
        (_, < 45) => Numbered(number, 5, number - 38),
        (0, _) => Numbered(number, 0, (number / 9) + 1),
        ( <= 2, _) => Numbered(number, number - (number % 9), (number % 9) - 1),
        ( <= 5, _) => Numbered(number, number - (number % 9) + 1, (number % 9) - 3),
        _ => Numbered(number, number - (number % 9) + 2, (number % 9) - 6),
    };

    private static DemoDepartment Numbered(int number, int parent, int sortOrder)
        => new(number, parent, $"Department {number}", $"D{number:0000}") { SortOrder = sortOrder };
}

/// <summary>A department of the demo data.</summary>
/// <param name="Number">Its id.</param>
/// <param name="Parent">The id of its parent; 0 for a root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its remote id; null when it has none.</param>
internal sealed record DemoDepartment(int Number, int Parent, string Name, string? Code)
{
    public bool IsArchived { get; init; }

    public string? OwningApplication { get; init; }

    /// <summary>The index among its siblings, from 0.</summary>
    public int SortOrder { get; init; }
}
