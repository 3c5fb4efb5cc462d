using System.Management.Automation;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Downloads;

/// <summary>Turns a path as users write it, with drives of PowerShell's own and a current location, into one of the file system.</summary>
internal static class ProviderPath
{
    private const string Advice = "Give a path of the file system, such as ./photos or C:\\photos.";

    /// <summary>The file system's path for a literal path; it need not exist.</summary>
    /// <exception cref="LocalFileException">The path leads to no file system.</exception>
    public static string Literal(SessionState state, string path)
    {
        CheckCharacters(path);
        try
        {
            var resolved = state.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return CheckProvider(provider, path, resolved);
        }
        catch (Exception missing) when (missing is ItemNotFoundException or System.Management.Automation.DriveNotFoundException
            or ProviderNotFoundException or NotSupportedException or PSInvalidOperationException)
        {
            throw new LocalFileException(LocalFileProblem.BadPath, $"'{path}' is not a valid path: {missing.Message}", Advice, missing);
        }
    }

    /// <summary>The file system's paths for a pattern with wildcards.</summary>
    /// <exception cref="LocalFileException">The pattern matches nothing, or leads to no file system.</exception>
    public static IReadOnlyList<string> Matching(SessionState state, string pattern)
    {
        CheckCharacters(pattern);
        try
        {
            var matches = state.Path.GetResolvedProviderPathFromPSPath(pattern, out var provider);
            CheckProvider(provider, pattern, pattern);
            return matches.Count > 0
                ? matches
                : throw new LocalFileException(LocalFileProblem.CannotRead, $"No file matches '{pattern}'.", "Check the path.");
        }
        catch (Exception missing) when (missing is ItemNotFoundException or System.Management.Automation.DriveNotFoundException
            or ProviderNotFoundException or NotSupportedException or PSInvalidOperationException)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{pattern}' cannot be found: {missing.Message}",
                "Check the path; use -LiteralPath for a name with brackets.",
                missing);
        }
    }

    /// <summary>A path of the file system as PowerShell takes it wherever it stands, in the registry or the environment too.</summary>
    public static string Qualified(string path) => @"Microsoft.PowerShell.Core\FileSystem::" + path;

    /// <summary>A null character ends a path for the system, and is in no name.</summary>
    private static void CheckCharacters(string path)
    {
        if (InputText.IsObject(path))
        {
            throw new LocalFileException(
                LocalFileProblem.BadPath, "The object has no path.", "Give paths, or files from Get-Item or Get-ChildItem.");
        }

        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new LocalFileException(
                LocalFileProblem.BadPath,
                $"'{path.Replace("\0", "\u2400", StringComparison.Ordinal)}' is not a valid path: it contains a null character.",
                Advice);
        }
    }

    private static string CheckProvider(ProviderInfo provider, string path, string resolved) =>
        provider.Name == "FileSystem"
            ? resolved
            : throw new LocalFileException(
                LocalFileProblem.BadPath, $"'{path}' belongs to the provider {provider.Name}, which has no files.", Advice);
}
