using System.Collections.Concurrent;
using System.ComponentModel;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>
/// Makes of a reference that was read from a file the reference that it was, and of a resource in its place that resource: only then can
/// shells compare, sort and group by it. Lucca.Types.ps1xml makes Import-Clixml ask for it.
/// </summary>
/// <remarks>An employee's row, which is saved in one level, stays an object of PowerShell's, with values as the row had them.</remarks>
public sealed class SavedReferenceConverter : PSTypeConverter
{
    // An object that a file holds once is asked for wherever the file refers to it.
    private static readonly ConditionalWeakTable<PSObject, PSObject> Known = [];

    // A file holds thousands of objects of a few types.
    private static readonly ConcurrentDictionary<string, Type?> Types = new(StringComparer.Ordinal);

    /// <summary>Whether it was saved by this module.</summary>
    /// <param name="sourceValue">What was read.</param>
    /// <param name="destinationType">What is wanted.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => TypeOf(sourceValue) is not null;

    /// <summary>Makes it.</summary>
    /// <param name="sourceValue">What was read.</param>
    /// <param name="destinationType">What is wanted.</param>
    /// <param name="formatProvider">Not asked: files are written without a culture.</param>
    /// <param name="ignoreCase">Not asked.</param>
    /// <exception cref="PSInvalidCastException">It was not saved by this module.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        if (sourceValue is not PSObject saved || TypeOf(saved) is not { } type)
        {
            throw new PSInvalidCastException("This module did not save it.");
        }

        try
        {
            return type == typeof(EmployeeRow) ? SavedRow.Restore(saved) : Known.GetValue(saved, _ => Read(saved, type));
        }
        catch (BadArgumentException unbounded)
        {
            // Import-Clixml leaves it as it was read. A command that it is given to says what is wrong.
            throw new PSInvalidCastException(unbounded.Message, unbounded);
        }
    }

    /// <summary>This conversion is not supported.</summary>
    /// <param name="sourceValue">Not asked.</param>
    /// <param name="destinationType">Not asked.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>This conversion is not supported.</summary>
    /// <param name="sourceValue">Not asked.</param>
    /// <param name="destinationType">Not asked.</param>
    /// <param name="formatProvider">Not asked.</param>
    /// <param name="ignoreCase">Not asked.</param>
    /// <exception cref="PSInvalidCastException">Always.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException("This conversion is not supported.");

    private static Type? TypeOf(object? read) =>
        read is PSObject saved && SavedType.NameOf(saved) is { } name
            ? Types.GetOrAdd(
                name,
                static name =>
                    typeof(Reference).Assembly.GetType(name) is { IsAbstract: false } type && type.IsSubclassOf(typeof(Reference))
                        ? type
                        : null)
            : null;

    private static PSObject Read(PSObject saved, Type type) => TryCopy(saved, type) ?? WithDays(saved);

    private static PSObject? TryCopy(PSObject saved, Type type)
    {
        var read = new HashSet<string>();

        // What the model cannot hold, such as a moment that was saved as text, stays beside it, under its name.
        var copy = PSObject.AsPSObject(SavedResource.Read(saved, type, read));
        foreach (var property in saved.Properties.Where(property => !read.Contains(property.Name) && !LanguagePrimitives.Equals(
            copy.Properties[property.Name]?.Value, property.Value)))
        {
            if (IsReference(type.GetProperty(property.Name)?.PropertyType))
            {
                return null;
            }

            copy.Properties.Add(new PSNoteProperty(property.Name, Shown(property.Value)), preValidated: true);
        }

        return copy;
    }

    private static PSObject WithDays(PSObject saved)
    {
        foreach (var property in saved.Properties
            .Where(property => property.IsSettable && PipelineInput.Unwrap(property.Value) is DateTime))
        {
            property.Value = Shown(property.Value);
        }

        return saved;
    }

    // A day of a file reads as one of the tenant does.
    private static object? Shown(object? value) => PipelineInput.Unwrap(value) is DateTime day ? Day.Wrap(day) : value;

    private static bool IsReference(Type? type) =>
        typeof(Reference).IsAssignableFrom(type) || typeof(IEnumerable<Reference>).IsAssignableFrom(type);
}

/// <summary>
/// A reference or resource as a file holds it. Nothing is ever one: Import-Clixml is told to make one, which its converter does its own
/// way.
/// </summary>
[TypeConverter(typeof(SavedReferenceConverter))]
public abstract class SavedReference
{
}
