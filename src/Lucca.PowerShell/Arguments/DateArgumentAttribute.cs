using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter that takes a day take a DateOnly, a DateTime, a DateTimeOffset, or text in ISO 8601, which means the same everywhere.</summary>
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
        _ => throw new ArgumentTransformationMetadataException($"{InputText.Of(inputData)} is not a date in the form yyyy-MM-dd, such as 2024-11-01. Other forms mean different days in different countries. A DateTime, such as from Get-Date, works too."),
    };
}
