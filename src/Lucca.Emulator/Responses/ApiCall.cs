using System.Net;

namespace Lucca.Emulator;

/// <summary>A request to the API that has passed the checks which are the same for all resources.</summary>
/// <param name="Tenant">The tenant that is asked.</param>
/// <param name="Request">The request as it came.</param>
/// <param name="Kind">The kind of resource.</param>
/// <param name="Id">The id in the path, unescaped; null for a list.</param>
/// <param name="Query">The query.</param>
internal sealed record ApiCall(Tenant Tenant, HttpRequestMessage Request, ResourceKind Kind, string? Id, Query Query)
{
    /// <summary>Scheme, host and port as the client wrote them: what the addresses in responses begin with.</summary>
    public string Origin { get; } = $"{Request.RequestUri!.Scheme}://{Request.RequestUri.Authority}";

    public Include Include { get; } = Include.Parse(Query.Values("include"));

    /// <summary>A request header, its values joined by commas; null when it was not sent.</summary>
    public string? Header(string name)
        => Request.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    /// <summary>
    /// 412 without a body when <c>If-Match</c> names another tag; 304 when <c>If-None-Match</c> names this one;
    /// else null: the request goes on.
    /// </summary>
    public HttpResponseMessage? CheckConditions(string tag)
    {
        if (Header("If-Match") is { } match && !EntityTag.IsIn(match, tag))
        {
            return new HttpResponseMessage(HttpStatusCode.PreconditionFailed);
        }

        return Request.Method == HttpMethod.Get && Header("If-None-Match") is { } noneMatch && EntityTag.IsIn(noneMatch, tag)
            ? EntityTag.AddTo(new HttpResponseMessage(HttpStatusCode.NotModified), tag)
            : null;
    }
}
