using System.Net;

namespace Lucca.Emulator;

/// <summary>The token endpoint: OAuth 2.0 client credentials (RFC 6749, section 4.4), errors as in its section 5.2.</summary>
internal static class TokenEndpoint
{
    public static async Task<HttpResponseMessage> AnswerAsync(
        Tenant tenant,
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
        {
            return Problem.MethodNotAllowed("POST").Problem.ToResponse("/connect/token");
        }

        if (request.Content?.Headers.ContentType?.MediaType != "application/x-www-form-urlencoded")
        {
            return Refuse("invalid_request", "The body must be application/x-www-form-urlencoded.");
        }

        var form = Query.Parse(await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        return Check(tenant.Options, form) is (var error, var description)
            ? Refuse(error, description)
            : Accept(tenant, form.Single("scope")!);
    }

    private static (string Error, string Description)? Check(TenantOptions options, Query form)
    {
        if (Missing(form, "grant_type", "client_id", "client_secret", "scope") is { } name)
        {
            return ("invalid_request", $"The parameter {name} is required.");
        }

        if (form.Single("grant_type") != "client_credentials")
        {
            return ("unsupported_grant_type", "Only client_credentials is supported.");
        }

        if (form.Single("client_id") != options.ClientId || form.Single("client_secret") != options.ClientSecret)
        {
            return ("invalid_client", "The client id is unknown or the client secret is wrong.");
        }

        var scope = form.Single("scope")!;
        if (scope.Length > Scopes.MaxLength)
        {
            return ("invalid_scope", $"The scopes are longer than {Scopes.MaxLength} characters.");
        }

        string[] refused = [.. Scopes.Split(scope).Where(one => !Scopes.IsGranted(options.GrantedScopes, one))];
        return refused.Length > 0 && (!options.NarrowsScope || refused.Length == Scopes.Split(scope).Length)
            ? ("invalid_scope", $"The scope {refused[0]} is unknown or not granted to this client.")
            : null;
    }

    private static string? Missing(Query form, params string[] names)
        => Array.Find(names, name => string.IsNullOrWhiteSpace(form.Single(name)));

    private static HttpResponseMessage Accept(Tenant tenant, string scope) => NoStore(JsonResponse.OfObject(HttpStatusCode.OK, writer =>
    {
        var granted = string.Join(' ', Scopes.Split(scope).Where(one => Scopes.IsGranted(tenant.Options.GrantedScopes, one)));
        writer.WriteString("access_token", tenant.Tokens.Issue(granted));
        if (granted != scope)
        {
            writer.WriteString("scope", granted);
        }

        writer.WriteString("token_type", "Bearer");
        writer.WriteNumber("expires_in", (long)tenant.Options.TokenLifetime.TotalSeconds);
    }));

    private static HttpResponseMessage Refuse(string error, string description)
        => NoStore(JsonResponse.OfObject(HttpStatusCode.BadRequest, writer =>
        {
            writer.WriteString("error", error);
            writer.WriteString("error_description", description);
        }));

    private static HttpResponseMessage NoStore(HttpResponseMessage response)
    {
        response.Headers.CacheControl = new() { NoStore = true };
        return response;
    }
}
