namespace Lucca.Http;

/// <summary>Names the version of the API that the caller was written for; the API refuses requests without.</summary>
internal sealed class ApiVersionHandler(string version, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The header's name.</summary>
    public const string HeaderName = "Api-Version";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains(HeaderName))
        {
            request.Headers.TryAddWithoutValidation(HeaderName, version);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
