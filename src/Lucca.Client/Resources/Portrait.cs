using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>An employee's picture, as metadata.</summary>
public sealed class Portrait : Resource
{
    /// <summary>The employee in the picture.</summary>
    [JsonInclude]
    public Reference? Employee { get; internal set; }

    /// <summary>The picture's file name in Lucca, which may be unsafe as a path.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type, such as <c>image/jpeg</c>: an open list.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the picture was stored.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => FileName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Employee = visitor.Visit("employee", Employee);
}
