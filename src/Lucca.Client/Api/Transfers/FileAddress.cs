using System.Net;
using System.Security;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>A file's id and access token. The token comes from a link of a resource that refers to the file (docs/api.md#files).</summary>
/// <param name="id">The file's id.</param>
/// <param name="token">The token: a secret.</param>
public sealed class FileAddress(string id, SecureString token)
{
    /// <summary>The file's id.</summary>
    public string Id { get; } = id;

    internal string Token => new NetworkCredential("", token).Password;

    /// <summary>Reads a link to a file.</summary>
    /// <param name="link">An address such as <c>https://example.ilucca.net/lucca-api/files/{id}?token=…</c>.</param>
    /// <param name="baseUri">The connected tenant: a link to another host is refused before anything is sent.</param>
    /// <exception cref="LuccaException">The link does not lead to a file, or leads to another host.</exception>
    public static FileAddress Parse(LinkUri link, Uri baseUri)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(baseUri);
        if (!Uri.TryCreate(link.Reveal(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            throw Malformed(link, "it is not an absolute URI");
        }

        if (!uri.Authority.Equals(baseUri.Authority, StringComparison.OrdinalIgnoreCase))
        {
            throw new LuccaException(
                LuccaErrorKind.BadRequest,
                $"The link leads to {uri.Authority}, but the session is connected to {baseUri.Authority}. Nothing was sent.");
        }

        var segments = uri.AbsolutePath.Trim('/').Split('/');
        if (segments is not [LuccaRequest.ApiRoot, "files", { Length: > 0 } id])
        {
            throw Malformed(link, "its path is not /lucca-api/files/{id}");
        }

        const string name = "token=";
        var parameter = uri.Query.TrimStart('?').Split('&')
            .FirstOrDefault(part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (parameter is null || parameter.Length == name.Length)
        {
            throw Malformed(link, "it has no token");
        }

        var token = new NetworkCredential("", Uri.UnescapeDataString(parameter[name.Length..])).SecurePassword;
        return new FileAddress(Uri.UnescapeDataString(id), token);
    }

    private static LuccaException Malformed(LinkUri link, string why) =>
        new(LuccaErrorKind.BadRequest, $"'{link}' is not a link to a file: {why}. Nothing was sent.");
}
