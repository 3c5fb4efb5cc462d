namespace Lucca.Http;

/// <summary>The pause before another attempt, as a pure function: exponential with full jitter.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait.</summary>
    /// <param name="failures">The failures so far, at least 1.</param>
    /// <param name="retryAfter">What the server asks for; null when it does not say. Zero (a date that has passed) asks for nothing.</param>
    /// <param name="jitter">A random number, at least 0 and less than 1.</param>
    public static TimeSpan Delay(int failures, TimeSpan? retryAfter, double jitter)
    {
        // Past the sixth doubling the cap rules, and a larger exponent would overflow.
        var ceiling = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 16)), Cap.TotalSeconds);
        var ours = TimeSpan.FromSeconds(ceiling * jitter);
        return retryAfter > ours ? retryAfter.Value : ours;
    }
}
