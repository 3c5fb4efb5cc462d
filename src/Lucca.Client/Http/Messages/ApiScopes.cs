namespace Lucca.Http;

/// <summary>All scopes that integration keys can have (docs/api.md#scopes).</summary>
public static class ApiScopes
{
    private static readonly string[] Writable =
    [
        "business-establishments", "departments", "employee-attribute-definitions", "employee-attributes", "employee-extension-definitions",
        "employee-extensions", "employee-personal-records", "employees", "employment-extension-definitions", "employment-extensions",
        "employment-templates", "employments", "files", "job-position-extension-definitions", "job-position-extensions", "job-positions",
        "job-qualifications", "leave-requests", "leaves", "legal-entities", "occupation-categories", "probationary-periods",
        "skill-assessments", "skills", "taxonomies", "webhook-deliveries", "webhook-endpoints",
    ];

    private static readonly string[] ReadOnly = ["events", "public-holidays-calendars", "working-time-arrangements"];

    /// <summary>The paths that use the scopes of another one.</summary>
    private static readonly Dictionary<string, string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["leave-accounts"] = "leaves",
        ["leave-request-decisions"] = "leave-requests",
        ["portraits"] = "employees",
        ["professions"] = "job-qualifications",
        ["skill-levels"] = "skills",
        ["skill-requirements"] = "skills",
        ["taxonomy-labels"] = "taxonomies",
        ["webhook-delivery-attempts"] = "webhook-deliveries",
    };

    private static readonly HashSet<string> Names = [.. All.Select(scope => scope.Scope)];

    /// <summary>Each scope with what it allows, in the order of their names.</summary>
    public static IReadOnlyList<(string Scope, string Meaning)> All =>
    [
        .. Writable.Select(name => (Scopes.Read(name), $"read {PathsOf(name)}"))
            .Concat(Writable.Select(name => (Scopes.Write(name), $"read and write {PathsOf(name)}")))
            .Concat(ReadOnly.Select(name => (Scopes.Read(name), $"read {PathsOf(name)}")))
            .OrderBy(scope => scope.Item1, StringComparer.Ordinal),
    ];

    /// <summary>The name in the scopes of a path: the path itself, with a few exceptions.</summary>
    /// <param name="path">A path below <c>/lucca-api</c>, without an id, such as <c>professions</c>.</param>
    public static string NameFor(string path) => Shared.GetValueOrDefault(path, path);

    /// <summary>Whether the API has a scope.</summary>
    internal static bool Has(string scope) => Names.Contains(scope);

    private static string PathsOf(string name) =>
        string.Join(", ", Shared.Where(path => path.Value == name).Select(path => path.Key).Prepend(name))
        + (IsObsolete(name) ? " (probably obsolete)" : "");

    /// <summary>Whether a name belongs to the extensions, which attributes have replaced (docs/api.md#attributes).</summary>
    internal static bool IsObsolete(string name) => name.Contains("-extension", StringComparison.Ordinal);
}
