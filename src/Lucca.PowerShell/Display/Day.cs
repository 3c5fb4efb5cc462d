using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace Lucca.PowerShell.Display;

/// <summary>
/// The days of the models as PowerShell sees them: dates whose text is <c>yyyy-MM-dd</c>, in tables, CSV and groups, whatever the culture's
/// calendar. Within a string PowerShell writes a date in its own way, and asks nobody.
/// Lucca.Types.ps1xml puts each of these in front of the property of the same name.
/// </summary>
public static class Day
{
    private static readonly MethodInfo TextMethod = typeof(Day).GetMethod(nameof(Text))!;

    /// <summary>The first day.</summary>
    /// <param name="instance">The object.</param>
    public static object? StartsOn(PSObject instance) => Of(instance, nameof(StartsOn));

    /// <summary>The last day.</summary>
    /// <param name="instance">The object.</param>
    public static object? EndsOn(PSObject instance) => Of(instance, nameof(EndsOn));

    /// <summary>The last day as first agreed.</summary>
    /// <param name="instance">The object.</param>
    public static object? InitialEndsOn(PSObject instance) => Of(instance, nameof(InitialEndsOn));

    /// <summary>The last day after an extension.</summary>
    /// <param name="instance">The object.</param>
    public static object? ExtendedEndsOn(PSObject instance) => Of(instance, nameof(ExtendedEndsOn));

    /// <summary>The date of birth.</summary>
    /// <param name="instance">The object.</param>
    public static object? BirthDate(PSObject instance) => Of(instance, nameof(BirthDate));

    /// <summary>The first day of what applies.</summary>
    /// <param name="instance">The object.</param>
    public static object? Start(PSObject instance) => Of(instance, nameof(Start));

    /// <summary>The last day of what applies.</summary>
    /// <param name="instance">The object.</param>
    public static object? End(PSObject instance) => Of(instance, nameof(End));

    /// <summary>
    /// The text of a day; in another form when one is given, as <see cref="DateTime.ToString(string, IFormatProvider)"/> takes it.
    /// </summary>
    /// <param name="instance">The day.</param>
    /// <param name="arguments">A format, a format provider, both, or nothing.</param>
    public static string Text(PSObject instance, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(arguments);
        var day = (DateTime)instance.BaseObject;
        return arguments.Length == 0
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day.ToString(
                arguments.OfType<string>().FirstOrDefault(),
                arguments.OfType<IFormatProvider>().FirstOrDefault() ?? CultureInfo.CurrentCulture);
    }

    private static PSObject? Of(PSObject instance, string property)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.BaseObject.GetType().GetProperty(property)?.GetValue(instance.BaseObject) is DateTime day ? Wrap(day) : null;
    }

    /// <summary>A day that reads as one.</summary>
    internal static PSObject Wrap(DateTime day)
    {
        var shown = new PSObject(day);
        shown.Members.Add(new PSCodeMethod("ToString", TextMethod));
        return shown;
    }
}
