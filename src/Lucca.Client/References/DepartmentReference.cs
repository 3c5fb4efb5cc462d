using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A reference to a department, with its name and its place among the departments.</summary>
public sealed class DepartmentReference : NamedReference
{
    private readonly string? _path;

    /// <summary>
    /// The names from the root down, such as <c>Group/Finance/Accounting</c>; null when a department above is unknown. Slashes in names
    /// are not escaped.
    /// </summary>
    public string? Path
    {
        get => _path ?? NamePath?.ToString();
        init => _path = value;
    }

    /// <summary>The path as it was read; null for a reference from a file.</summary>
    [JsonIgnore]
    internal NamePath? NamePath { get; init; }
}
