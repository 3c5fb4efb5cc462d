using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Raw;

/// <summary>Makes a request out of what a user writes freely.</summary>
internal static class RawRequest
{
    private const string Root = $"/{LuccaRequest.ApiRoot}/";
    private static readonly string[] OlderRoots = ["api/v", "directory/api/", "organization/structure/api/", "lucca-files/api/"];

    /// <summary>The request.</summary>
    /// <param name="tenant">The tenant connected to.</param>
    /// <param name="address">The path below <c>/lucca-api</c>, or the whole address as the API prints it, with a query or without.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="query">Further query parameters; null for none.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="headers">Further headers; null for none.</param>
    /// <param name="scope">The scope; null for the one that path and method suggest.</param>
    /// <param name="notes">Where secrets of the query are registered.</param>
    /// <exception cref="BadArgumentException">The path leads out of <c>/lucca-api</c>, or a header is not for users to set.</exception>
    public static LuccaRequest Create(
        Uri tenant,
        LinkUri address,
        string method,
        IDictionary? query,
        string? body,
        IDictionary? headers,
        string? scope,
        CallNotes notes)
    {
        var parts = address.Reveal().Split('?', 2);
        var clean = PathBelowRoot(parts[0], tenant, address);
        var request = new LuccaRequest(new HttpMethod(method), $"{LuccaRequest.ApiRoot}/{clean}")
        {
            Scope = scope ?? RawScope.For(clean, method),
            Headers = [.. Headers(headers)],
            Content = body is null ? null : Content(body),
        };
        AddQuery(request.Query, parts.Length > 1 ? parts[1] : "");
        foreach (DictionaryEntry entry in query ?? new Hashtable())
        {
            request.Query.Add(DateText.Of(entry.Key), Texts(entry.Value));
            string[] secrets = Secrets(entry.Value);
            Array.ForEach(secrets, secret => notes.Conceal(secret, DateText.Of(entry.Key)));
            if (secrets.Length > 0)
            {
                // Short ones of a list are too short to be found alone.
                notes.Conceal(string.Join(',', Texts(entry.Value).Select(Uri.EscapeDataString)), DateText.Of(entry.Key));
            }
        }

        return request.Headers.FirstOrDefault(header => header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase)).Value is { } accept
            ? request with
            {
                Accept = accept,
                Headers = [.. request.Headers.Where(header => !header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase))],
            }
            : request;
    }

    /// <summary>
    /// The path below the API's root. What is looked at is the address as it would be sent, besides the way it was written.
    /// </summary>
    private static string PathBelowRoot(string path, Uri tenant, LinkUri given)
    {
        var relative = path.TrimStart('/');
        if (IsOlder(relative, tenant))
        {
            throw new BadArgumentException(
                $"'{given}' belongs to an older API, which needs another key.{LocalException.NothingSent} "
                + "Get-Help about_Lucca_Migration lists the command for each of its fields.",
                null) { IsBeforeCall = false };
        }

        var isFromRoot = path.Contains("://", StringComparison.Ordinal)
            || relative.StartsWith(Root[1..], StringComparison.OrdinalIgnoreCase);
        var decoded = Uri.UnescapeDataString(path);
        var isBelow = Uri.TryCreate(tenant, isFromRoot ? relative : Root + relative, out var uri)
            && (uri.Scheme, uri.Authority) == (tenant.Scheme, tenant.Authority)
            && uri.AbsolutePath.StartsWith(Root, StringComparison.OrdinalIgnoreCase) && uri.AbsolutePath.Length > Root.Length
            && uri.Fragment.Length == 0 && !decoded.Contains('\\', StringComparison.Ordinal)
            && !decoded.Split('/').Any(segment => segment.Trim() is "." or "..");
        if (!isBelow)
        {
            throw new BadArgumentException($"'{given}' is not a path below {tenant.Authority}{Root}.", null);
        }

        // With an empty variable for an id, one object would become all.
        return uri!.AbsolutePath.EndsWith('/')
            ? throw new BadArgumentException($"'{given}' ends in a slash: an id is probably missing.", null)
            : uri.AbsolutePath[Root.Length..];
    }

    /// <summary>Whether it is a path of API v3 or v4, which live beside this one (docs/api.md#older-apis).</summary>
    private static bool IsOlder(string path, Uri tenant)
    {
        var own = path.StartsWith(tenant.AbsoluteUri, StringComparison.OrdinalIgnoreCase) ? path[tenant.AbsoluteUri.Length..] : path;
        return OlderRoots.Any(root => own.StartsWith(root, StringComparison.OrdinalIgnoreCase));
    }

    private static void AddQuery(QueryParameters query, string text)
    {
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            query.Add(Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? [.. pair[1].Split(',').Select(Uri.UnescapeDataString)] : [""]);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(IDictionary? headers)
    {
        foreach (DictionaryEntry entry in headers ?? new Hashtable())
        {
            yield return PipelineInput.Unwrap(entry.Value) is null
                ? throw new BadArgumentException($"The header {entry.Key} has no value.", null)
                : KeyValuePair.Create(DateText.Of(entry.Key), string.Join(", ", Texts(entry.Value)));
        }
    }

    private static Func<Action, HttpContent> Content(string json) =>
        _ =>
            new ByteArrayContent(Encoding.UTF8.GetBytes(json))
            {
                Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Json, "utf-8") },
            };

    /// <summary>The secrets within a value, as they are and as an address holds them.</summary>
    private static string[] Secrets(object? value) => PipelineInput.Unwrap(value) switch
    {
        SecureString secret => new NetworkCredential("", secret).Password is var text ? [text, Uri.EscapeDataString(text)] : [],
        string or null => [],
        IEnumerable many => [.. many.Cast<object?>().SelectMany(Secrets)],
        _ => [],
    };

    private static string[] Texts(object? value) => value switch
    {
        null => ["null"],
        string text => [text],
        SecureString secret => [new NetworkCredential("", secret).Password],
        bool flag => [flag ? "true" : "false"],
        PSObject wrapped => Texts(wrapped.BaseObject),
        IEnumerable many => [.. many.Cast<object?>().SelectMany(Texts)],
        _ => [DateText.Of(value)],
    };
}
