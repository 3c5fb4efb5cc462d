namespace Lucca.Http;

/// <content>Builds the request pipeline.</content>
public sealed partial class Transport
{
    /// <summary>Creates a transport; sends nothing.</summary>
    /// <param name="options">How to talk to the tenant.</param>
    /// <exception cref="LuccaException">The version of the API or the user agent cannot be sent.</exception>
    public static Transport Create(ConnectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options with { UserAgent = RequestHeaders.Clean(RequestHeaders.UserAgent, options.UserAgent) };
        var policy = new RetryPolicy(options.MaxRetries, options.RetryBudget, options.Time);
        var network = new CompressionHandler(options.Network ?? Network.Create(options));
        var tokens = CreateTokens(options, policy, network);

        // The handlers from the outside in. Each attempt passes all of them again.
        return new Transport(
            new RateLimitHandler(
                RateLimiter.Of(options.BaseUri, options.Time),
                options.RateLimit,
                options.RetryBudget,
                options.Time,
                new BearerHandler(
                    tokens,
                    options.BaseUri,
                    new ApiVersionHandler(
                        RequestHeaders.Clean(ApiVersionHandler.HeaderName, options.ApiVersion),
                        new TraceHandler(
                            new TimeoutHandler(options.Timeout, network))))),
            tokens,
            policy,
            options with { Credential = null, Token = null });
    }

    private static TokenSource CreateTokens(ConnectionOptions options, RetryPolicy policy, HttpMessageHandler network)
    {
        if (options.Token is not null)
        {
            return new StaticToken(options.Token);
        }

        var credential = options.Credential ?? throw new ArgumentException("Neither a credential nor a token.", nameof(options));
        var pipeline = new TraceHandler(new TimeoutHandler(options.Timeout, network));
        var transport = new Transport(pipeline, tokens: null, policy, options with { Credential = null });
        var endpoint = new TokenEndpoint(options.TokenUri, credential, SendAsync, transport, options.Time);
        return new ClientCredentialsTokens(endpoint, options.Scope, options.Time);

        Task<(int Status, byte[] Body)> SendAsync(LuccaRequest request, CallNotes notes, CancellationToken cancellationToken) =>
            transport.SendAsync(
                request,
                notes,
                static async (response, cancel) => (response.Status, await response.ReadBytesAsync(cancel).ConfigureAwait(false)),
                cancellationToken);
    }
}
