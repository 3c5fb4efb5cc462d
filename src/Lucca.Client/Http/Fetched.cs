namespace Lucca.Http;

/// <summary>What a call brought.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Value">The object; null when the server answered that the caller's copy is still good (304), or that it did what was asked without sending it back (204).</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record Fetched<T>(T? Value, string? ETag)
    where T : class;
