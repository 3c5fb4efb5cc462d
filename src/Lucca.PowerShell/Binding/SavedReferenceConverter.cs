using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Lucca.PowerShell.Binding;

/// <summary>
/// Makes of a reference that was read from a file the reference that it was, and of a resource in its place that resource: only then can
/// shells compare, sort and group by it. Lucca.Types.ps1xml makes Import-Clixml ask for it.
/// </summary>
/// <remarks>An employee's row, which is saved in one level, stays what the file holds: PowerShell keeps the object that it read when this throws.</remarks>
public sealed class SavedReferenceConverter : PSTypeConverter
{
    private const string Saved = "Deserialized.";

    // An object that a file holds once is asked for wherever the file refers to it.
    private static readonly ConditionalWeakTable<PSObject, PSObject> Known = [];

    /// <summary>Whether it was saved by this module.</summary>
    /// <param name="sourceValue">What was read.</param>
    /// <param name="destinationType">What is wanted.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => TypeOf(sourceValue) is not null;

    /// <summary>Makes it.</summary>
    /// <param name="sourceValue">What was read.</param>
    /// <param name="destinationType">What is wanted.</param>
    /// <param name="formatProvider">Not asked: files are written without a culture.</param>
    /// <param name="ignoreCase">Not asked.</param>
    /// <exception cref="PSInvalidCastException">It holds what the object could not hold.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        sourceValue is PSObject saved && TypeOf(saved) is { } type
            ? Known.GetValue(saved, _ => Copy(saved, type))
            : throw new PSInvalidCastException("It is nothing that this module saved.");

    /// <summary>Nothing is converted this way.</summary>
    /// <param name="sourceValue">Not asked.</param>
    /// <param name="destinationType">Not asked.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Nothing is converted this way.</summary>
    /// <param name="sourceValue">Not asked.</param>
    /// <param name="destinationType">Not asked.</param>
    /// <param name="formatProvider">Not asked.</param>
    /// <param name="ignoreCase">Not asked.</param>
    /// <exception cref="PSInvalidCastException">Always.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException("Nothing is converted this way.");

    private static Type? TypeOf(object? read) =>
        read is PSObject saved && saved.TypeNames.FirstOrDefault() is { } name && name.StartsWith(Saved, StringComparison.Ordinal)
            && typeof(Reference).Assembly.GetType(name[Saved.Length..]) is { IsAbstract: false } type && type.IsSubclassOf(typeof(Reference)) && type != typeof(EmployeeRow)
            ? type
            : null;

    private static PSObject Copy(PSObject saved, Type type)
    {
        // What the model cannot hold, such as a moment, stays beside it, under its name.
        var copy = PSObject.AsPSObject(SavedResource.Read(saved, type));
        foreach (var property in saved.Properties.Where(property => !IsSame(copy.Properties[property.Name]?.Value, property.Value)))
        {
            if (copy.Properties[property.Name] is PSCodeProperty || IsReference(type.GetProperty(property.Name)?.PropertyType))
            {
                throw new PSInvalidCastException("It is kept as it was saved.");
            }

            copy.Properties.Add(new PSNoteProperty(property.Name, property.Value));
        }

        return copy;
    }

    private static bool IsSame(object? one, object? other) => LanguagePrimitives.Equals(one, other)
        || (SavedResource.Items(one) is { } ones && SavedResource.Items(other) is { } others && ones.SequenceEqual(others, EqualityComparer<object>.Create(IsSame)));

    private static bool IsReference(Type? type) => typeof(Reference).IsAssignableFrom(type) || typeof(IEnumerable<Reference>).IsAssignableFrom(type);
}
