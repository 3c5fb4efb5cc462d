using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Downloads;

/// <summary>Where downloads go, as the user's parameters have it.</summary>
internal sealed record DownloadOptions
{
    /// <summary>A file, or a folder that takes the names which the server gives.</summary>
    public string? OutFile { get; init; }

    /// <summary>A folder, made where there is none, in which each item has a name of its own.</summary>
    public string? OutDirectory { get; init; }

    /// <summary>Whether bytes are wanted in place of files.</summary>
    public bool AsByteArray { get; init; }

    /// <summary>Whether existing files may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>The names within the folder: a template or a script block; null for none.</summary>
    public object? FileName { get; init; }

    /// <summary>Whether what is there already is not asked for.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>Whether the command has -FileName and -OutDirectory at all.</summary>
    public bool HasNames { get; init; } = true;

    /// <summary>The parameter that adds to objects, such as <c>-Include</c>; null where none was given.</summary>
    public string? Addition { get; init; }

    /// <summary>The path given; null for none.</summary>
    public string? Place => OutDirectory ?? OutFile;

    /// <summary>Refuses parameters that contradict each other.</summary>
    /// <exception cref="BadArgumentException">They do.</exception>
    public void Check()
    {
        if (OutFile is not null && OutDirectory is not null)
        {
            throw Contradiction("-OutFile and -OutDirectory cannot be combined: both say where to save.", "Omit one of them.");
        }

        if (AsByteArray && Place is not null)
        {
            throw Contradiction("-AsByteArray returns bytes instead of files.", "Omit it, or omit -OutFile and -OutDirectory.");
        }

        if (Addition is not null && (AsByteArray || Place is not null))
        {
            throw Contradiction($"{Addition} applies to objects, not to bytes or files.", "Omit it, or get the objects separately.");
        }

        if (Place is null && (FileName is not null || SkipExisting))
        {
            throw Contradiction("-FileName and -SkipExisting need a folder.", "Add -OutDirectory with the folder.");
        }

        if (SkipExisting && Force)
        {
            throw Contradiction("-SkipExisting keeps existing files, but -Force replaces them.", "Omit one of them.");
        }
    }

    /// <summary>Parameters that make no sense, for any item.</summary>
    public static BadArgumentException Contradiction(string message, string advice) =>
        new(message, target: null, advice) { IsForAll = true };
}
