using Lucca.Http;

namespace Lucca.Api;

/// <summary>The answer for one id: a resource, an error, or neither when the caller's copy is still good.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Resource">The resource; null when there is none.</param>
/// <param name="Error">Why there is none.</param>
public sealed record Found<T>(T? Resource, LuccaException? Error)
    where T : Resource
{
    internal static Found<T> Nothing(string name, string id) =>
        new(null, new LuccaException(LuccaErrorKind.NotFound, $"There is no {name} '{id}', or the integration key may not see it."));
}
