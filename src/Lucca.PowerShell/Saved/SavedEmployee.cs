using System.Globalization;
using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;

namespace Lucca.PowerShell.Saved;

/// <summary>Reads employees as they come from the tenant, from Import-Clixml, or from JSON or CSV.</summary>
internal static class SavedEmployee
{
    private const string Advice = "Give what Get-LuccaEmployee has emitted, or what was read from a file of it.";

    /// <summary>What an object says of an employee.</summary>
    /// <exception cref="BadArgumentException">It is no employee.</exception>
    public static EmployeeState Read(object? item)
    {
        var given = PipelineInput.Unwrap(item);
        if (given is Employee employee)
        {
            return EmployeeState.Of(employee);
        }

        var saved = Members(item);
        if (given is null or Reference or DepartmentNode || IsOther(saved))
        {
            throw new BadArgumentException($"{ResourceId.Of(item).Subject} is no employee.", given, advice: Advice);
        }

        return EmployeeState.Of(Rebuild(saved, given), (string name, out object? value) =>
        {
            var isSaved = saved(name, out var found);
            value = Value(found);
            return isSaved;
        });
    }

    /// <summary>Whether it is saved from another path of the API: its id would mean something else.</summary>
    private static bool IsOther(EmployeeState.SavedValue saved) =>
        Text(saved, "Type") is { } type && type != Resources.Employees.Name && Resources.All.Any(resource => resource.Name == type);

    private static Employee Rebuild(EmployeeState.SavedValue saved, object given) => new()
    {
        Id = Text(saved, "Id") ?? throw new BadArgumentException($"{ResourceId.Of(given).Subject} is no employee.", given, advice: Advice),
        Url = Text(saved, "Url"),
        GivenName = Text(saved, "GivenName"),
        FamilyName = Text(saved, "FamilyName"),
        EmployeeNumber = Text(saved, "EmployeeNumber"),
        RemoteId = Text(saved, "RemoteId"),
        Status = Text(saved, "Status"),
        Email = Text(saved, "Email"),
        PhoneNumber = Text(saved, "PhoneNumber"),
    };

    /// <summary>A saved value: an object with an id is a reference again, one with a day and a month a day of birth.</summary>
    private static object? Value(object? saved)
    {
        var value = PipelineInput.Unwrap(saved);
        if (value is not (PSObject or PlainMembers))
        {
            return value;
        }

        var members = Members(value);
        return Text(members, "Id") is { } id ? NamedReference.Of(new Reference { Id = id, Type = Text(members, "Type") }, Text(members, "Name"))
            : members("Month", out var month) && members("Day", out var day) ? $"{month:00}-{day:00}"
            : value.ToString();
    }

    private static string? Text(EmployeeState.SavedValue saved, string name) =>
        saved(name, out var value) && Convert.ToString(PipelineInput.Unwrap(value), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static EmployeeState.SavedValue Members(object? item)
    {
        if (item is PlainMembers plain)
        {
            return plain.TryGetValue;
        }

        // All properties at once: looking for one that is not there takes PowerShell longer than listing those that are.
        var members = new Dictionary<string, PSPropertyInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in PSObject.AsPSObject(item ?? "").Properties)
        {
            members.TryAdd(member.Name, member);
        }

        return (string name, out object? value) =>
        {
            var isSaved = members.TryGetValue(name, out var member);
            value = member?.Value;
            return isSaved;
        };
    }
}
