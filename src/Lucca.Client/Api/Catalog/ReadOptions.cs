using Lucca.Http;

namespace Lucca.Api;

/// <summary>Options for any read of the API.</summary>
public sealed record ReadOptions
{
    /// <summary>No part and no condition.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The parts to include: <c>embedded</c>, <c>links</c>.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Respond only if the entity tag differs from this one; null for always. A final line end is removed.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Respond only if the entity tag is this one; null for always. A final line end is removed.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Whether the response depends on an entity tag.</summary>
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

    /// <summary>A header without a tag would be no condition.</summary>
    private static KeyValuePair<string, string> Condition(string name, string tag) =>
        string.IsNullOrWhiteSpace(tag)
            ? throw new LuccaException(LuccaErrorKind.BadRequest, $"The entity tag for {name} is empty. Nothing was sent.")
            : new(name, tag);
}
