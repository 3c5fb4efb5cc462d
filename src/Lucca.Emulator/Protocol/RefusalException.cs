namespace Lucca.Emulator.Replies;

/// <summary>Ends a request with an error reply.</summary>
#pragma warning disable CA1064 // never leaves this assembly: the endpoint turns it into a reply
#pragma warning disable CA1032 // a refusal without its problem makes no sense
internal sealed class RefusalException(Problem problem) : Exception(problem.Detail)
#pragma warning restore CA1032, CA1064
{
    public Problem Problem { get; } = problem;
}
