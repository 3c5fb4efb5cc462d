namespace Lucca;

/// <summary>An employee's picture, as metadata (seed 000, "Retrieve/Download a portrait").</summary>
public sealed class Portrait : Resource
{
    /// <summary>The employee in the picture.</summary>
    public Reference? Employee { get; init; }

    /// <summary>The picture's file name as the server has it: not safe as a path.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type, such as <c>image/jpeg</c>: an open list.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the picture was stored.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References => [("employee", Employee)];
}
