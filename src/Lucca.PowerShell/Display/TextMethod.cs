using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;

namespace Lucca.PowerShell.Display;

/// <summary>
/// The text of one value, which PowerShell asks for where it shows the value: in another form only where one is given, as by <c>-f</c>.
/// PowerShell hands on format and culture to a method with more than one overload alone.
/// </summary>
internal sealed class TextMethod : PSMethodInfo
{
    private static readonly Collection<string> Overloads =
        ["string ToString()", "string ToString(string format, System.IFormatProvider provider)"];

    private readonly string _format;
    private readonly IFormattable _value;

    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">Its form where none is given, the same in every culture.</param>
    public TextMethod(IFormattable value, string format)
    {
        (_value, _format) = (value, format);
        SetMemberName(nameof(ToString));
    }

    public override PSMemberTypes MemberType => PSMemberTypes.CodeMethod;

    public override Collection<string> OverloadDefinitions => Overloads;

    public override string TypeNameOfValue => typeof(string).FullName!;

    /// <summary>A value that reads so.</summary>
    public static PSObject Wrap(IFormattable value, string format)
    {
        var shown = new PSObject(value);
        shown.Members.Add(new TextMethod(value, format), preValidated: true);
        return shown;
    }

    public override PSMemberInfo Copy() => new TextMethod(_value, _format);

    public override object Invoke(params object[] arguments)
    {
        var format = arguments.OfType<string>().FirstOrDefault(text => text.Length > 0);
        return format is null
            ? _value.ToString(_format, CultureInfo.InvariantCulture)
            : _value.ToString(format, arguments.OfType<IFormatProvider>().FirstOrDefault() ?? CultureInfo.CurrentCulture);
    }
}
