namespace Lucca;

/// <summary>A department (seed 003, "Retrieve a department").</summary>
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
    public Reference? Parent { get; init; }

    /// <summary>The depth in the tree, 1 for a root. Read-only.</summary>
    public int? Level { get; init; }

    /// <summary>The employee who heads the department; null when there is none.</summary>
    public Reference? Manager { get; init; }

    /// <summary>The 0-based index among its siblings.</summary>
    public int? SortOrder { get; init; }

    /// <summary>The application that manages this department; when not null, writes by others are refused with 403.</summary>
    public string? OwningApplication { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References => [("department", Parent), ("employee", Manager)];
}
