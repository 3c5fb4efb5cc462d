using System.Collections;
using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca;

/// <summary>
/// Makes ids of what functions are given whose parameters are ids: mocks and proxies have the parameters of a command, but not what
/// transforms its arguments.
/// </summary>
public sealed class ResourceIdConverter : PSTypeConverter
{
    /// <summary>Whether a value can be an id: anything but a list of several.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        PipelineInput.Unwrap(sourceValue) is string or IDictionary or not IEnumerable;

    /// <summary>The id of a value.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">Not used.</param>
    /// <param name="formatProvider">Not used: an id reads the same in every culture.</param>
    /// <param name="ignoreCase">Not used.</param>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ResourceId.Of(sourceValue);

    /// <summary>Never: an id is not made into anything else.</summary>
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
