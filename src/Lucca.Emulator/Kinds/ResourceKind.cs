using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>All that the emulator knows of a kind of resource.</summary>
/// <param name="Type">The constant of single resources, such as <c>legal-entity</c>.</param>
/// <param name="Scope">The name of the scopes before <c>.readonly</c> and <c>.readwrite</c>.</param>
internal sealed record ResourceKind(string Type, string Scope)
{
    /// <summary>The path below <c>/lucca-api</c>, which is also the constant of collections, such as <c>legal-entities</c>.</summary>
    public string Path { get; init; } = Row.PathOf(Type);

    /// <summary>The name of scopes that do as well; null for most.</summary>
    public string? OtherScope { get; init; }

    /// <summary>The scopes of which one is needed to read.</summary>
    public IReadOnlyList<string> ReadScopes => [.. Scopes.Of(Scope), .. OtherScope is null ? [] : Scopes.Of(OtherScope)];

    /// <summary>The scope that is needed to write.</summary>
    public IReadOnlyList<string> WriteScopes => [$"{Scope}.readwrite"];

    /// <summary>The rows of the demo data, in any order.</summary>
    public Func<TenantOptions, IEnumerable<JsonObject>> Rows { get; init; } = _ => [];

    /// <summary>The filters of the list.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>The keys that the list can be sorted by; none where the API documents none.</summary>
    public IReadOnlyList<string> SortKeys { get; init; } = [];

    /// <summary>The members of <c>links</c>.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>The types of <c>embedded</c>, each with the path of the reference it follows.</summary>
    public IReadOnlyList<(string Type, string Path)> Embeddings { get; init; } = [];

    /// <summary>The greatest <c>limit</c>.</summary>
    public int MaxLimit { get; init; } = 100;

    /// <summary>The status of employees, employments and job positions.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["active", "upcoming", "deactivated"];
}

/// <summary>A member of <c>links</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Its address from below <c>/lucca-api</c> on; null for a file.</param>
internal sealed record Link(string Name, string? Start)
{
    /// <summary>Whether the id of the row follows <see cref="Start"/>, as in <c>employments?employee.id=</c>.</summary>
    public bool EndsWithId { get; init; } = true;

    /// <summary>The path of the property that holds the id of the file to link to.</summary>
    public string FileId { get; init; } = "";

    /// <summary>A link to a file, with the token that gives access to it; null where the property is.</summary>
    public static Link ToFile(string name, string fileId) => new(name, null) { FileId = fileId };
}
