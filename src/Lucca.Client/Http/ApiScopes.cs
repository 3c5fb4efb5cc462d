namespace Lucca.Http;

/// <summary>All scopes that integration keys can have (lucca-api, "Scopes by resource").</summary>
public static class ApiScopes
{
    private static readonly string[] Resources =
    [
        "business-establishments", "departments", "employee-attributes", "employee-personal-records", "employees", "employment-templates",
        "employments", "files", "job-positions", "job-qualifications", "legal-entities", "occupation-categories", "probationary-periods",
        "webhook-deliveries", "webhook-endpoints",
    ];

    /// <summary>Each scope with what it allows, in the order of their names.</summary>
    public static IReadOnlyList<(string Scope, string Meaning)> All { get; } =
    [
        .. Resources.SelectMany(resource => new[] { (Scopes.Read(resource), $"read {resource}"), (Scopes.Write(resource), $"read and write {resource}") })
            .Append((Scopes.Read("events"), "read events"))
            .OrderBy(scope => scope.Item1, StringComparer.Ordinal),
    ];
}
