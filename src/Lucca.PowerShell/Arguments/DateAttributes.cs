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
            DateText.ProblemOf(inputData)
            ?? $"{InputText.Of(inputData)} is not a date in the form yyyy-MM-dd, such as 2024-11-01. "
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
            DateText.ProblemOf(inputData)
            ?? $"{InputText.Of(inputData)} is not a timestamp in the form yyyy-MM-ddTHH:mm:ss, such as 2024-11-01T08:30:00, with or "
            + "without an offset. Other forms mean different days in different countries. "
            + "A DateTime, such as from Get-Date, works too."),
    };
}

/// <summary>
/// Makes days of timestamps, which .NET does not: mocks and proxies have the parameters of a command, but not what transforms its
/// arguments. Lucca.Types.ps1xml names it for DateOnly; text goes the way that PowerShell has.
/// </summary>
public sealed class DayConverter : PSTypeConverter
{
    /// <summary>Whether a value is a timestamp.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        PipelineInput.Unwrap(sourceValue) is DateTime or DateTimeOffset;

    /// <summary>The day of a timestamp, in its own time zone.</summary>
    /// <param name="sourceValue">The timestamp.</param>
    /// <param name="destinationType">Not used.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        DateOnly.FromDateTime(
            PipelineInput.Unwrap(sourceValue) switch { DateTimeOffset time => time.DateTime, var time => (DateTime)time! });

    /// <summary>Never: a day is not made into anything else.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Never called.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();
}
