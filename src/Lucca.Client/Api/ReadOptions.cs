using Lucca.Http;

namespace Lucca.Api;

/// <summary>What any read of the API can ask for besides the resource.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing special.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>What to send along: <c>embedded</c>, <c>links</c>; each is absent unless asked for.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Answer only if the entity tag differs from this one, sent verbatim; null for always.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Answer only if the entity tag is this one, sent verbatim; null for always.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Whether the answer depends on an entity tag.</summary>
    public bool IsConditional => IfNoneMatch is not null || IfMatch is not null;

    internal LuccaRequest ApplyTo(LuccaRequest request)
    {
        var query = request.Query.Copy();
        query.Add("include", [.. Include.Distinct(StringComparer.Ordinal)]);
        return request with { Query = query, Headers = [.. request.Headers, .. Conditions()] };
    }

    private IEnumerable<KeyValuePair<string, string>> Conditions()
    {
        if (IfNoneMatch is not null)
        {
            yield return new("If-None-Match", IfNoneMatch);
        }

        if (IfMatch is not null)
        {
            yield return new("If-Match", IfMatch);
        }
    }
}
