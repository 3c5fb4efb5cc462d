using Lucca.Http;

namespace Lucca.Api;

/// <summary>The answer for one text that should mean a resource.</summary>
/// <param name="Ids">The ids: one, or several for a pattern; none when there is an error.</param>
/// <param name="Error">Why there is none: nothing is called so, or more than one thing.</param>
public sealed record NamedIds(IReadOnlyList<string> Ids, LuccaException? Error)
{
    /// <summary>The ids, where there is an answer.</summary>
    /// <exception cref="LuccaException">There is none.</exception>
    public IReadOnlyList<string> Require() => Error is null ? Ids : throw Error;
}
