using System.IO.Enumeration;

namespace Lucca.PowerShell.Downloads;

/// <summary>The files that a folder held when it was first looked at: one look serves an export of thousands.</summary>
internal sealed class ExistingFiles
{
    /// <summary>How the file system tells names apart.</summary>
    public static StringComparer NameComparer { get; } = OperatingSystem.IsLinux()
        ? StringComparer.Ordinal
        : StringComparer.OrdinalIgnoreCase;

    private readonly Dictionary<string, string> _byStem = new(NameComparer);

    public ExistingFiles(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Where(path => !IsTemporary(path) && LinkedFile.HasContent(path)))
        {
            _byStem.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }
    }

    /// <summary>A file of that name without extension, whatever its extension is; null when there is none.</summary>
    public string? FindByStem(string stem) => _byStem.GetValueOrDefault(stem);

    /// <summary>Whether a file may be one that a download left behind when its process was ended.</summary>
    private static bool IsTemporary(string path) => FileSystemName.MatchesSimpleExpression(TemporaryName.Pattern, Path.GetFileName(path));
}
