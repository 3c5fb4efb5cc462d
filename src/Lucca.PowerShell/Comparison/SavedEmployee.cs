using System.Globalization;
using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;

namespace Lucca.PowerShell.Comparison;

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

        var members = Members(item);
        if (given is null or Reference or DepartmentNode || IsOther(members))
        {
            throw new BadArgumentException($"{ResourceId.Of(item).Subject} is no employee.", given, advice: Advice);
        }

        return EmployeeState.Of(Rebuild(members, given), (string name, out object? value) =>
        {
            var isSaved = members.TryGetValue(name, out var member);
            value = Value(member?.Value);
            return isSaved;
        });
    }

    /// <summary>Whether it is saved from another path of the API: its id would mean something else.</summary>
    private static bool IsOther(Dictionary<string, PSPropertyInfo> members) =>
        Text(members, "Type") is { } type && type != Resources.Employees.Name && Resources.All.Any(resource => resource.Name == type);

    private static Employee Rebuild(Dictionary<string, PSPropertyInfo> members, object given) => new()
    {
        Id = Text(members, "Id") ?? throw new BadArgumentException($"{ResourceId.Of(given).Subject} is no employee.", given, advice: Advice),
        GivenName = Text(members, "GivenName"),
        FamilyName = Text(members, "FamilyName"),
        EmployeeNumber = Text(members, "EmployeeNumber"),
        RemoteId = Text(members, "RemoteId"),
        Status = Text(members, "Status"),
        Email = Text(members, "Email"),
        PhoneNumber = Text(members, "PhoneNumber"),
    };

    /// <summary>A saved value: an object with an id is a reference again, one with a day and a month a day of birth.</summary>
    private static object? Value(object? saved)
    {
        if (PipelineInput.Unwrap(saved) is not PSObject other)
        {
            return PipelineInput.Unwrap(saved);
        }

        var members = Members(other);
        return Text(members, "Id") is { } id ? NamedReference.Of(new Reference { Id = id, Type = Text(members, "Type") }, Text(members, "Name"))
            : members.TryGetValue("Month", out var month) && members.TryGetValue("Day", out var day) ? $"{month.Value:00}-{day.Value:00}"
            : other.ToString();
    }

    private static string? Text(Dictionary<string, PSPropertyInfo> members, string name) =>
        members.TryGetValue(name, out var member) && Convert.ToString(PipelineInput.Unwrap(member.Value), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    /// <summary>All properties at once: looking for one that is not there takes PowerShell longer than listing those that are.</summary>
    private static Dictionary<string, PSPropertyInfo> Members(object? item)
    {
        var members = new Dictionary<string, PSPropertyInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in PSObject.AsPSObject(item ?? "").Properties)
        {
            members.TryAdd(member.Name, member);
        }

        return members;
    }
}
