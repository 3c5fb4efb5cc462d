using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Lets a parameter that takes a day take a DateOnly, a DateTime, a DateTimeOffset, or text in ISO 8601, which means the same everywhere.
/// </summary>
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
        string text when DateText.Day(text) is { } day => day,
        _ => throw new ArgumentTransformationMetadataException(
            $"{InputText.Of(inputData)} is not a date in the form yyyy-MM-dd, such as 2024-11-01. "
            + "Other forms mean different days in different countries. A DateTime, such as from Get-Date, works too."),
    };
}

/// <summary>
/// Lets a parameter that takes a moment take a DateTimeOffset, a DateTime, a DateOnly, or text in ISO 8601; without an offset it is meant
/// in this machine's time zone.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimestampArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The moment of what was given.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A date in any form.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PipelineInput.Unwrap(inputData) switch
    {
        DateTimeOffset moment => moment,
        DateTime time => new DateTimeOffset(time),
        DateOnly date => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue)),
        string text when DateText.Moment(text) is { } moment => moment,
        _ => throw new ArgumentTransformationMetadataException(
            $"{InputText.Of(inputData)} is not a timestamp in the form yyyy-MM-ddTHH:mm:ss, such as 2024-11-01T08:30:00, with or "
            + "without an offset. Other forms mean different days in different countries. "
            + "A DateTime, such as from Get-Date, works too."),
    };
}
