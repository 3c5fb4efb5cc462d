using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A value that a tenant keeps of an employee in a field of its own making (lucca-resources, sections 4 and 5).</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The API's word.")]
public sealed class EmployeeAttribute : Resource
{
    /// <summary>What the value means.</summary>
    public Reference? Definition { get; init; }

    /// <summary>The employee.</summary>
    public Reference? Employee { get; init; }

    /// <summary>When the value applies; null for always.</summary>
    public Applicability? Applicability { get; init; }

    /// <summary>The value: text, a number, a bool, a dictionary or an array, as the definition's schema says; or null.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object? Value { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
        [("employee-attribute-definition", Definition), ("employee", Employee)];
}
