namespace Lucca.Emulator;

/// <summary>The OAuth scopes that the API has, those of resources that are not emulated included.</summary>
internal static class Scopes
{
    /// <summary>The most characters that a token's scopes may have together.</summary>
    public const int MaxLength = 4000;

    /// <summary>The scopes to read that have no twin to write.</summary>
    private static readonly string[] ReadOnly = ["events", "public-holidays-calendars", "working-time-arrangements"];

    private static readonly string[] Others =
    [
        "business-establishments", "departments", "legal-entities", "occupation-categories", "job-qualifications",
        "employees", "employee-personal-records", "employments", "employment-templates", "job-positions", "probationary-periods",
        "employee-attributes", "employee-attribute-definitions", "employee-extensions", "employee-extension-definitions",
        "employment-extensions", "employment-extension-definitions", "job-position-extensions", "job-position-extension-definitions",
        "files", "leaves", "leave-requests", "skills", "skill-assessments", "taxonomies", "webhook-endpoints", "webhook-deliveries",
    ];

    private static readonly HashSet<string> All = [.. ReadOnly.SelectMany(Of), .. Others.SelectMany(Of)];

    /// <summary>The scopes to read a resource: to write is to read, too.</summary>
    /// <param name="name">The name of the scopes, such as <c>departments</c>.</param>
    public static string[] Of(string name) => ReadOnly.Contains(name) ? [$"{name}.readonly"] : [$"{name}.readonly", $"{name}.readwrite"];

    /// <summary>The scopes of a space-separated list.</summary>
    public static string[] Split(string scopes) => scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a client may ask for a scope.</summary>
    /// <param name="granted">What it was granted; null = all.</param>
    /// <param name="scope">The scope.</param>
    public static bool IsGranted(IReadOnlyCollection<string>? granted, string scope)
        => All.Contains(scope) && (granted?.Contains(scope) ?? true);
}
