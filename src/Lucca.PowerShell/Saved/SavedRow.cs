using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Lucca.Api;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>
/// Gives an employee's row that was read from a file the values that it had. The file holds them as text, so that it stays small.
/// </summary>
internal static class SavedRow
{
    private static readonly string OwnFolder = $"/{Resources.Employees.Path}/";

    private static readonly Dictionary<string, ResourceDescriptor> Kinds = ReferenceMembers.Of(typeof(Employee)).ToDictionary(
        member => member.Name, member => Resources.Of(member.Model))
        .Append(new(nameof(Employee.Portrait), Resources.Portraits))
        .Append(new(nameof(Employee.ApplicableEmployment), Resources.Employments))
        .Append(new(nameof(Employee.ApplicableJobPosition), Resources.JobPositions))
        .ToDictionary();

    private static readonly PropertyInfo[] Members =
        [.. typeof(EmployeeRow)
            .GetProperties()
            .Where(member => member.PropertyType == typeof(Reference)
                || member.PropertyType == typeof(BirthDay)
                || Nullable.GetUnderlyingType(member.PropertyType) is not null)];

    /// <summary>The row, with its days, moments, day of birth and references.</summary>
    public static PSObject Restore(PSObject row)
    {
        var root = RootOf(row.Properties[nameof(Employee.Url)]?.Value as string);
        foreach (var member in Members)
        {
            if (row.Properties[member.Name] is { IsSettable: true } property
                && ValueOf(member, PipelineInput.Unwrap(property.Value), root) is { } value)
            {
                property.Value = value;
            }
        }

        return row;
    }

    private static object? ValueOf(PropertyInfo member, object? saved, string? root) => saved switch
    {
        DateTime day => Day.Wrap(day),
        string { Length: > 0 } id when member.PropertyType == typeof(Reference) => ReferenceTo(Kinds[member.Name], id, root),
        string text when member.PropertyType == typeof(BirthDay) =>
            LanguagePrimitives.TryConvertTo<BirthDay>(text, out var birthday) ? birthday : null,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) =>
            moment,
        _ => null,
    };

    /// <summary>With its address, as the API prints it: commands tell by that of which tenant it is.</summary>
    private static Reference ReferenceTo(ResourceDescriptor kind, string id, string? root) =>
        new() { Id = id, Type = kind.Name, Url = root is null ? null : $"{root}/{kind.Path}/{id}" };

    private static string? RootOf(string? address) =>
        address?.LastIndexOf(OwnFolder, StringComparison.Ordinal) is >= 0 and var end ? address[..end] : null;
}
