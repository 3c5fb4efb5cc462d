using System.Globalization;

namespace Lucca.Http;

/// <summary>Tests a connection with one request that brings no data.</summary>
internal sealed class ConnectionProbe(Transport transport, TokenSource tokens, TimeProvider time)
{
    /// <summary>The scopes' resource that has no list (docs/api.md#scopes).</summary>
    private const string Files = "files";

    /// <summary>Runs the test; a failure is part of the result.</summary>
    public async Task<ConnectionTest> RunAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var request = RequestFor(scope.Split('.')[0]) with { Scope = scope };
        var start = time.GetTimestamp();
        try
        {
            var date = await transport
                .SendAsync(request, notes, static (response, _) => Task.FromResult(Date(response.Headers)), cancellationToken)
                .ConfigureAwait(false);
            return Describe(scope, date, start) with { IsReachable = true, IsSignedIn = true };
        }
        catch (LuccaException failure) when (failure.TokenUri is not null)
        {
            // The tenant was not asked. A refusal of the scope alone means that the key is known.
            return Describe(scope, null, start) with
            {
                Failure = failure,
                Duration = null,
                IsSignedIn = failure.Kind switch { LuccaErrorKind.SignInFailed => false, LuccaErrorKind.Forbidden => true, _ => null },
            };
        }
        catch (LuccaException failure)
        {
            var test = Describe(scope, failure.Response is { } response ? Date(response.Headers) : null, start);
            return test with
            {
                Failure = IsExpected(scope, failure) ? null : failure,
                IsReachable = failure.Response is not null,
                Duration = failure.Response is null ? null : test.Duration,
                IsSignedIn = failure.Kind == LuccaErrorKind.SignInFailed ? false : failure.Response is not null ? true : null,
            };
        }
    }

    /// <summary>An empty page of the resource's list; for files, which have none, a file that cannot exist.</summary>
    private static LuccaRequest RequestFor(string resource) => resource == Files
        ? LuccaRequest.Get(Files, Guid.Empty.ToString()) with { Query = new QueryParameters { { "token", "none" } } }
        : LuccaRequest.Get(resource) with { Query = new QueryParameters { { "limit", "0" } } };

    /// <summary>Whether the API only refuses the file that cannot exist.</summary>
    private bool IsExpected(string scope, LuccaException failure) =>
        scope.StartsWith(Files + ".", StringComparison.Ordinal)
        && failure.Problem is not null
        && (failure.Kind is LuccaErrorKind.NotFound or LuccaErrorKind.BadRequest
            || (failure.Kind == LuccaErrorKind.Forbidden && tokens.Peek(scope) is not null));

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
        headers.TryGetValue("Date", out var values)
            && DateTimeOffset.TryParseExact(values[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : null;
}
