using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A reference to a department, with its name and its place among the departments.</summary>
public sealed class DepartmentReference : NamedReference
{
    private readonly string? _path;

    /// <summary>The names from the root down, such as <c>Group/Finance/Accounting</c>. Slashes in names are not escaped.</summary>
    public string? Path
    {
        get => _path ?? NamePath?.ToString();
        init => _path = value;
    }

    /// <summary>The path as it was read; null for a reference from a file.</summary>
    [JsonIgnore]
    internal NamePath? NamePath { get; init; }

    /// <summary>A reference with the name and the place of its department.</summary>
    /// <param name="reference">The reference as it came.</param>
    /// <param name="path">The department's path, which ends with its name.</param>
    internal static DepartmentReference Of(Reference reference, NamePath path) => new()
    {
        Id = reference.Id,
        Type = reference.Type,
        UrlParts = reference.UrlParts,
        UnknownMembers = reference.UnknownMembers,
        Origin = reference.Origin,
        Name = path.Name,
        NamePath = path,
    };
}
