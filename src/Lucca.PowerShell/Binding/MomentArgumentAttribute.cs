using System.Globalization;
using System.Management.Automation;

namespace Lucca.PowerShell.Binding;

/// <summary>Lets a parameter that takes a moment take a date in any form; without an offset it is meant in this machine's time zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The moment of what was given.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A date in any form.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PipelineInput.Unwrap(inputData) switch
    {
        DateTimeOffset moment => moment,
        DateTime time => new DateTimeOffset(time),
        DateOnly date => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue)),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment) => moment,
        _ => throw new ArgumentTransformationMetadataException($"'{inputData}' is not a moment. Give it as yyyy-MM-ddTHH:mm:ss, such as 2024-11-01T08:30:00."),
    };
}
