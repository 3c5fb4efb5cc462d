using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A value that a tenant keeps of an employee in a field of its own making.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The API's word.")]
public sealed class EmployeeAttribute : Resource
{
    /// <summary>What the value means.</summary>
    [JsonInclude]
    public Reference? Definition { get; internal set; }

    /// <summary>The employee.</summary>
    [JsonInclude]
    public Reference? Employee { get; internal set; }

    /// <summary>When the value applies; null for always.</summary>
    public Applicability? Applicability { get; init; }

    /// <summary>The value: text, a number, a bool, a reference, a dictionary, or several of these, as the definition's schema says; or null.</summary>
    [JsonInclude]
    [JsonConverter(typeof(AttributeValueConverter))]
    public object? Value { get; internal set; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Definition?.KnownName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Definition = visitor.Visit("employee-attribute-definition", Definition);
        Employee = visitor.Visit("employee", Employee);
        Value = AttributeValue.Visit(visitor, Value);
    }
}

/// <summary>The days on which an attribute's value applies.</summary>
public sealed class Applicability : OpenObject
{
    /// <summary>The first day; null for since ever.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public DateTime? End { get; init; }

    /// <summary>Both days as <c>yyyy-MM-dd--yyyy-MM-dd</c>, with <c>..</c> for an open end.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}{(Start is null ? ".." : "")}--{End:yyyy-MM-dd}{(End is null ? ".." : "")}");
}
