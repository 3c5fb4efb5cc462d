using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A department.</summary>
public sealed class Department : Resource
{
    /// <summary>The name, 1 to 255 characters.</summary>
    public string? Name { get; init; }

    /// <summary>A description; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The identifier in another software, at most 255 characters; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Whether it is archived: only possible once no employee is attached.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>The department above; null at level 1.</summary>
    [JsonInclude]
    public Reference? Parent { get; internal set; }

    /// <summary>
    /// The names from the root down, such as <c>Group/Finance/Accounting</c>; null when it is unknown. Slashes in names are not escaped.
    /// </summary>
    [JsonIgnore]
    public string? Path => NamePath?.ToString() ?? (Parent is null ? Name : null);

    /// <summary>The depth in the tree, 1 for a root. Read-only.</summary>
    public int? Level { get; init; }

    /// <summary>The employee who heads the department; null when there is none.</summary>
    [JsonInclude]
    public Reference? Manager { get; internal set; }

    /// <summary>The 0-based index among its siblings.</summary>
    public int? SortOrder { get; init; }

    /// <summary>The application that manages this department; when not null, writes by others are refused with 403.</summary>
    public string? OwningApplication { get; init; }

    /// <summary>The path, from the list of departments; null before that was read.</summary>
    [JsonIgnore]
    internal NamePath? NamePath { get; set; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Parent = visitor.Visit("department", Parent);
        Manager = visitor.Visit("employee", Manager);
    }
}
