using System.Text.Json.Nodes;
using Lucca.Emulator.Lists;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Signing;

namespace Lucca.Emulator.Resources;

/// <summary>All that the emulator knows of a kind of resource.</summary>
/// <param name="Type">The constant of single resources, such as <c>legal-entity</c>.</param>
/// <param name="Scope">The name of the scopes before <c>.readonly</c> and <c>.readwrite</c>.</param>
internal sealed record ResourceKind(string Type, string Scope)
{
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Patch];

    /// <summary>The path below <c>/lucca-api</c>, which is also the constant of collections, such as <c>legal-entities</c>.</summary>
    public string Path { get; init; } = Plural.Of(Type);

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

    /// <summary>Answers <c>GET /x</c>; null where there is no list.</summary>
    public Operation? List { get; init; } = ListReply.GetAsync;

    /// <summary>Answers <c>GET /x/{id}</c>; null where there is none.</summary>
    public Operation? Get { get; init; } = SingleReply.GetAsync;

    /// <summary>Answers <c>POST /x</c>; null where there is none.</summary>
    public Operation? Create { get; init; }

    /// <summary>Answers <c>PATCH /x/{id}</c>; null where there is none.</summary>
    public Operation? Update { get; init; }

    /// <summary>What answers a method on the list or on a single resource; null when the method is not allowed.</summary>
    public Operation? Operation(HttpMethod method, bool isSingle) => (method.Method, isSingle) switch
    {
        ("GET", false) => List,
        ("GET", true) => Get,
        ("POST", false) => Create,
        ("PATCH", true) => Update,
        _ => null,
    };

    /// <summary>The methods for the header <c>Allow</c>.</summary>
    public string AllowedMethods(bool isSingle)
        => string.Join(", ", Methods.Where(method => Operation(method, isSingle) is not null));
}
