namespace Lucca.Http;

/// <summary>The API's OAuth scopes: <c>{resource}.readonly</c> and <c>{resource}.readwrite</c>.</summary>
public static class Scopes
{
    private const string ReadSuffix = ".readonly";
    private const string WriteSuffix = ".readwrite";

    /// <summary>The scope to read a resource.</summary>
    /// <param name="resource">The scope's resource, such as <c>departments</c>.</param>
    public static string Read(string resource) => resource + ReadSuffix;

    /// <summary>The scope to write a resource, which allows reading as well.</summary>
    /// <param name="resource">The scope's resource, such as <c>files</c>.</param>
    public static string Write(string resource) => resource + WriteSuffix;

    /// <summary>The scope that allows the same and more; null when there is none.</summary>
    internal static string? Wider(string scope) =>
        scope.EndsWith(ReadSuffix, StringComparison.Ordinal) && scope != "events" + ReadSuffix ? scope[..^ReadSuffix.Length] + WriteSuffix : null;
}
