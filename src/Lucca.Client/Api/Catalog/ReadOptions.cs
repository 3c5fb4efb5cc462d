using Lucca.Http;

namespace Lucca.Api;

/// <summary>What any read of the API can ask for besides the resource.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing special.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>What to send along: <c>embedded</c>, <c>links</c>; each is absent unless asked for.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Answer only if the entity tag differs from this one, sent verbatim but for a line end after it; null for always.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Answer only if the entity tag is this one, sent verbatim but for a line end after it; null for always.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Whether the answer depends on an entity tag.</summary>
    public bool IsConditional => IfNoneMatch is not null || IfMatch is not null;

    internal LuccaRequest ApplyTo(LuccaRequest request)
    {
        var query = request.Query.Copy();
        query.Add("include", [.. Include.Distinct(StringComparer.Ordinal)]);
        return request with { Query = query, Headers = [.. request.Headers, .. Conditions] };
    }

    internal IReadOnlyList<KeyValuePair<string, string>> Conditions =>
    [
        .. IfNoneMatch is null ? [] : new[] { Condition("If-None-Match", IfNoneMatch) },
        .. IfMatch is null ? [] : new[] { Condition("If-Match", IfMatch) },
    ];

    /// <summary>Sent without a tag, a condition would be none.</summary>
    private static KeyValuePair<string, string> Condition(string name, string tag) =>
        string.IsNullOrWhiteSpace(tag) ? throw new LuccaException(LuccaErrorKind.BadRequest, $"The entity tag for {name} is empty. Nothing was sent.") : new(name, tag);
}
