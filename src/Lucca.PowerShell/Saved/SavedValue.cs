using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>Reads the values of an employee's properties and fields in the forms that files and rows have them.</summary>
internal static class SavedValue
{
    /// <summary>The members of an object, by name.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> MembersOf(object item) => item switch
    {
        SavedObject saved => saved.Members,
        PlainMembers plain => plain,
        _ => PSObject.AsPSObject(item).Properties.Select(member => KeyValuePair.Create(member.Name, (object?)member.Value)),
    };

    /// <summary>A value as text; null for none.</summary>
    public static string? Text(object? value) =>
        Convert.ToString(PipelineInput.Unwrap(value), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    /// <summary>The value of a property, for <see cref="EmployeeProperty.Normalize"/>.</summary>
    /// <exception cref="BadArgumentException">It is several values, or no day where one is wanted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static object? Of(EmployeeProperty property, object? saved) => saved is string plain && !property.IsDay
        ? plain
        : PipelineInput.Unwrap(saved) switch
    {
        string { Length: > 0 } text when property.IsDay => DateText.Day(text) is { } day
            ? day.ToDateTime(TimeOnly.MinValue)
            : throw new BadArgumentException(
                DateText.ProblemOf(text) is { } problem
                    ? $"{property.Name}: {problem}"
                    : $"{property.Name} '{text}' is not a date in the form yyyy-MM-dd, such as 2024-11-01. "
                    + "Other forms mean different days in different countries.",
                text,
                advice: "Save days in ISO 8601, as Get-LuccaEmployee | Export-Csv does.") { IsBeforeCall = false },
        SavedObject { IsObject: false } or ICollection and not PlainMembers => throw new BadArgumentException(
            $"{property.Name} holds several values.", saved, advice: SavedEmployee.Advice) { IsBeforeCall = false },
        PSObject or PlainMembers or SavedObject => Part(PipelineInput.Unwrap(saved)!),
        var value => value,
    };

    /// <summary>The value of a field: an object with an id is a reference again, another one is its name.</summary>
    public static object? OfField(object? saved) => PipelineInput.Unwrap(saved) switch
    {
        SavedObject { Items: { } items } => FieldState.Of(items.Select(OfField)),
        PSObject or PlainMembers or SavedObject => FieldOfObject(PipelineInput.Unwrap(saved)!) ?? FieldState.Unclear,
        ICollection several => FieldState.Of(several.Cast<object?>().Select(OfField)),
        var value => FieldState.Of(value),
    };

    private static object? FieldOfObject(object saved) =>
        Part(saved) as Reference
        ?? MembersOf(saved)
            .Where(member => member.Key.Equals("Name", StringComparison.OrdinalIgnoreCase))
            .Select(member => FieldState.Of(PipelineInput.Unwrap(member.Value))).FirstOrDefault();

    /// <summary>An object with an id is a reference again, one with a day and a month a day of birth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object? Part(object saved)
    {
        var (id, type, name, month, day) = ((string?)null, (string?)null, (string?)null, (object?)null, (object?)null);
        foreach (var (member, value) in MembersOf(saved))
        {
            switch (member.ToUpperInvariant())
            {
                case "ID":
                    id = Text(value);
                    break;
                case "TYPE":
                    type = Text(value);
                    break;
                case "NAME":
                    name = Text(value);
                    break;
                case "MONTH":
                    month = value;
                    break;
                case "DAY":
                    day = value;
                    break;
            }
        }

        return id is not null ? NamedReference.Of(new Reference { Id = id, Type = type }, name)
            : month is not null && day is not null ? $"{month:00}-{day:00}"
            : saved.ToString();
    }
}
