namespace Lucca.Api;

/// <summary>Other ways to write an id, which a server may take for the same: <c>007</c> and <c>7</c>, capital and small letters, spaces around.</summary>
internal static class IdSpelling
{
    /// <summary>One text for all ways to write an id.</summary>
    public static string Normal(string id) => id.Trim().TrimStart('0').ToLowerInvariant();

    /// <summary>Whether two texts are ways to write one id.</summary>
    public static bool AreSame(string id, string other) => Normal(id) == Normal(other);
}
