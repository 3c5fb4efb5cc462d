namespace Lucca.PowerShell.Downloads;

/// <summary>A file name that is known before the file is asked for.</summary>
/// <param name="Name">The safe name, with its extension or without.</param>
/// <param name="HasExtension">Whether the extension is part of it; else the media type gives one.</param>
internal sealed record PlannedName(string Name, bool HasExtension)
{
    /// <summary>The name of a file of some media type.</summary>
    public string For(string? mediaType) => HasExtension ? Name : Name + MediaTypeNames.ExtensionFor(mediaType);
}
