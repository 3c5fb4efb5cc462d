namespace Lucca;

/// <summary>The metadata of a file (docs/api.md#files).</summary>
public sealed class File : Resource
{
    /// <summary>The file's name as the server has it: not safe as a path.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type. The documented list is incomplete, so any text may occur.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the file was stored.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => FileName;
}
