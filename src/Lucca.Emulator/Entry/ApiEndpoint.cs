namespace Lucca.Emulator;

/// <summary>Everything under <c>/lucca-api</c>: the checks that are the same for all resources, then the resource.</summary>
internal static class ApiEndpoint
{
    public static async Task<HttpResponseMessage> AnswerAsync(
        Tenant tenant,
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await AnswerCheckedAsync(tenant, request, cancellationToken).ConfigureAwait(false);
        }
        catch (RefusalException refusal)
        {
            response = refusal.Problem.ToResponse(request.RequestUri!.AbsolutePath);
        }

        response.Headers.TryAddWithoutValidation(ApiVersion.Name, ApiVersion.Current);
        return request.Method == HttpMethod.Head ? WithoutBody(response) : response;
    }

    /// <summary>HEAD is answered as GET, but for the body, by every server of HTTP (RFC 9110, 9.1).</summary>
    private static HttpResponseMessage WithoutBody(HttpResponseMessage response)
    {
        var head = new ByteArrayContent([]);
        foreach (var (name, values) in response.Content.Headers.Where(header => header.Key != "Content-Length"))
        {
            head.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content.Dispose();
        response.Content = head;
        return response;
    }

    private static async Task<HttpResponseMessage> AnswerCheckedAsync(
        Tenant tenant,
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        if (tenant.RateWindow.Enter() is { } wait)
        {
            throw Problem.TooManyRequests(wait);
        }

        if (request.Content?.Headers.ContentLength > Problem.MaxBodyLength)
        {
            throw Problem.TooLarge();
        }

        var grant = Bearer.Check(tenant, request);
        ApiVersion.Check(request);
        var (kind, id) = Catalogue.Find(request.RequestUri!.AbsolutePath["/lucca-api".Length..])
            ?? throw Problem.NotFound("There is no such resource.");
        var method = request.Method == HttpMethod.Head ? HttpMethod.Get : request.Method;
        var operation = OperationTable.Find(kind, method, id is not null)
            ?? throw Problem.MethodNotAllowed(OperationTable.AllowedMethods(kind, id is not null));
        var scopes = method == HttpMethod.Get ? kind.ReadScopes : kind.WriteScopes;
        if (!scopes.Any(grant.Scopes.Contains))
        {
            throw Problem.Forbidden($"The access token has none of the scopes {string.Join(", ", scopes)}.");
        }

        var call = new ApiCall(tenant, request, kind, id, Query.Parse(request.RequestUri.Query));
        return await operation(call, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The access token of a request.</summary>
internal static class Bearer
{
    public static Grant Check(Tenant tenant, HttpRequestMessage request)
    {
        var header = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : "";
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem.Unauthorized("An access token is required.", "Bearer");
        }

        return tenant.Tokens.Find(header["Bearer ".Length..].Trim()) ?? throw Problem.Unauthorized(
            "The access token is invalid or has expired.",
            "Bearer error=\"invalid_token\", error_description=\"The access token is invalid or has expired\"");
    }
}
