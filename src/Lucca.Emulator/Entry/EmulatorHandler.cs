namespace Lucca.Emulator;

/// <summary>Answers requests to the Lucca API from an emulated tenant, without any network.</summary>
/// <remarks>
/// Whatever the host, it answers <c>POST /connect/token</c> and everything under <c>/lucca-api</c>, and 404 to the rest.
/// </remarks>
/// <param name="tenant">The tenant to answer from; several handlers may share one.</param>
public sealed class EmulatorHandler(Tenant tenant) : HttpMessageHandler
{
    /// <summary>The tenant that this handler answers from.</summary>
    public Tenant Tenant { get; } = tenant ?? throw new ArgumentNullException(nameof(tenant));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var path = request.RequestUri?.AbsolutePath ?? "/";
        var response = path switch
        {
            "/connect/token" => await TokenEndpoint.AnswerAsync(Tenant, request, cancellationToken).ConfigureAwait(false),
            _ when (path + "/").StartsWith("/lucca-api/", StringComparison.Ordinal)
                => await ApiEndpoint.AnswerAsync(Tenant, request, cancellationToken).ConfigureAwait(false),
            _ => Problem.NotFound("Nothing is at this address.").Problem.ToResponse(path),
        };
        response.RequestMessage = request;
        return response;
    }
}
