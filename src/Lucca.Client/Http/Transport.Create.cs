namespace Lucca.Http;

/// <content>How the way of a request is put together.</content>
public sealed partial class Transport
{
    /// <summary>Makes the way of a request. Nothing is sent yet.</summary>
    /// <param name="options">How to talk to the tenant.</param>
    /// <exception cref="LuccaException">The version of the API or the user agent cannot be sent.</exception>
    public static Transport Create(ConnectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options with { UserAgent = RequestHeaders.Clean(RequestHeaders.UserAgent, options.UserAgent) };
        var policy = new RetryPolicy(options.MaxRetries, options.RetryBudget, options.Time);
        var network = new CompressionHandler(options.Network ?? Network.Create(options));
        var tokens = CreateTokens(options, policy, network);

        // The order of one attempt's way, from the outside in: each is rate limited, authenticated, timed and traced anew.
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
        var way = new TraceHandler(new TimeoutHandler(options.Timeout, network));
        return new ClientCredentialsTokens(new TokenEndpoint(options.TokenUri, credential, new Transport(way, tokens: null, policy, options with { Credential = null }), options.Time), options.Scope, options.Time);
    }
}
