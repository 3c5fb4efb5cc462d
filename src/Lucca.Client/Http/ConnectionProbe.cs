using System.Globalization;

namespace Lucca.Http;

/// <summary>Tests a connection with one request for an empty page of a list.</summary>
internal sealed class ConnectionProbe(Transport transport, TokenSource tokens, TimeProvider time)
{
    /// <summary>Makes the test; a failure is a part of the result.</summary>
    public async Task<ConnectionTest> RunAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var request = LuccaRequest.Get(scope.Split('.')[0]) with { Scope = scope, Query = new QueryParameters { { "limit", "0" } } };
        var start = time.GetTimestamp();
        try
        {
            var date = await transport.SendAsync(request, notes, static (reply, _) => Task.FromResult(Date(reply.Headers)), cancellationToken).ConfigureAwait(false);
            return Describe(scope, date, start) with { IsReachable = true, IsSignedIn = true };
        }
        catch (LuccaException failure)
        {
            // A refusal of the token endpoint has a reply as well, but none of the tenant's.
            var reply = failure.OAuthError is null ? failure.Reply : null;
            var test = Describe(scope, reply is null ? null : Date(reply.Headers), start);
            return test with
            {
                Failure = failure,
                IsReachable = reply is not null,
                Duration = reply is null ? null : test.Duration,
                IsSignedIn = failure.Kind == LuccaErrorKind.SignInFailed ? false : reply is not null || failure.OAuthError == "invalid_scope" ? true : null,
            };
        }
    }

    private ConnectionTest Describe(string scope, DateTimeOffset? date, long start)
    {
        var token = tokens.Peek(scope);
        return new ConnectionTest
        {
            Duration = time.GetElapsedTime(start),
            ClockDifference = date - time.GetUtcNow(),
            Scope = token?.Scope,
            TokenExpiresAt = token?.ExpiresAt,
        };
    }

    private static DateTimeOffset? Date(IReadOnlyDictionary<string, string[]> headers) =>
        headers.TryGetValue("Date", out var values) && DateTimeOffset.TryParseExact(values[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
