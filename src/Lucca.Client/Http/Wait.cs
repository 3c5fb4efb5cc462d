namespace Lucca.Http;

/// <summary>A pause of the client's own: for the rate limit, or before another attempt.</summary>
/// <param name="Reason">Why, as a phrase for display.</param>
/// <param name="Duration">How long in all.</param>
public sealed record Wait(string Reason, TimeSpan Duration);
