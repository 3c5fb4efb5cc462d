using System.Globalization;
using System.Management.Automation;

namespace Lucca.PowerShell.Binding;

/// <summary>Lets a parameter that takes a day take a DateTime, a DateTimeOffset, or text, read like any date in PowerShell: the same in every culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The day of what was given; its time of day is left out.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A date in any form.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PipelineInput.Unwrap(inputData) switch
    {
        DateOnly date => date,
        DateTime time => DateOnly.FromDateTime(time),
        DateTimeOffset time => DateOnly.FromDateTime(time.DateTime),
        EmploymentDate { Date: { } date } => date,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => DateOnly.FromDateTime(time),
        _ => throw new ArgumentTransformationMetadataException($"'{inputData}' is not a date. Give it as yyyy-MM-dd, such as 2024-11-01."),
    };
}
