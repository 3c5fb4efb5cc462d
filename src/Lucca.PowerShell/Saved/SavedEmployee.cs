using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Lucca.Api;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>Reads employees as they come from the tenant, from a file, from Import-Clixml, or from JSON or CSV.</summary>
internal sealed class SavedEmployee
{
    internal const string Advice = "Give employees from Get-LuccaEmployee, or from a file saved from it.";

    private readonly object?[] _values = EmployeeState.NoValues();
    private Dictionary<string, object?>? _fields;
    private string? _id;
    private string? _url;
    private string? _type;
    private object? _readFrom;
    private object? _items;
    private bool _isLastPage = true;

    // Listing the properties of an object is faster than looking for one that is missing. Most processes compare once: too few calls for
    // tiered compilation to optimize this in time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SavedEmployee(object item)
    {
        if (item is SavedObject or PlainMembers)
        {
            foreach (var (name, value) in SavedValue.MembersOf(item))
            {
                Take(name, value);
            }
        }
        else
        {
            foreach (var member in PSObject.AsPSObject(item).Properties)
            {
                Take(member.Name, member.Value);
            }
        }
    }

    /// <summary>Whether it is of another path of the API: its id would mean something else.</summary>
    private bool IsOther => _type is not null && _type != Resources.Employees.Name && Resources.All.Any(resource => resource.Name == _type);

    /// <summary>Takes an employee, or those of a list in one response, into a state.</summary>
    /// <param name="item">What holds it.</param>
    /// <param name="state">The state.</param>
    /// <exception cref="BadArgumentException">It is no employee, or one page of several.</exception>
    public static void Read(object? item, SavedState state)
    {
        var given = PipelineInput.Unwrap(item);
        if (given is Employee employee)
        {
            state.Add(EmployeeState.Of(employee), employee.ReadFrom);
            return;
        }

        var row = CanHold(given) ? new SavedEmployee(given!) : null;
        if (row is { _id: { } id, IsOther: false })
        {
            state.Add(EmployeeState.Of(id, row._url, row._values, row._fields), row._readFrom);
        }
        else if (row is { _id: null, _items: { } items })
        {
            if (!row._isLastPage)
            {
                throw new BadArgumentException(
                    "It is one page of a longer list: links.next is set.",
                    given,
                    advice: "Save the output of Get-LuccaEmployee, which is the whole list.") { IsBeforeCall = false };
            }

            foreach (var one in (items as SavedObject)?.Items ?? LanguagePrimitives.GetEnumerable(items)?.Cast<object?>() ?? [])
            {
                Read(one, state);
            }
        }
        else
        {
            throw new BadArgumentException($"{Subject(given)} is not an employee.", given, advice: Advice) { IsBeforeCall = false };
        }
    }

    /// <summary>Whether it may be an employee: a process or a file has an id or a name as well.</summary>
    private static bool CanHold(object? given) => given switch
    {
        PlainMembers => true,
        SavedObject saved => saved.IsObject && SavedType.MayHold(saved.Type, typeof(Employee)),
        PSObject row => SavedType.MayHold(row.TypeNames.FirstOrDefault(), typeof(Employee)),
        _ => false,
    };

    private static string Subject(object? given) => given switch
    {
        null => "Null",
        IDictionary and not PlainMembers or SavedObject { IsDictionary: true } => "A hashtable",
        SavedObject { Items: not null } => "A list within a list",
        SavedObject saved => $"An object {(saved.Members.TryGetValue("Id", out var id) ? $"with the id '{id}'" : "without an id")}",
        _ => ResourceId.Of(given).Subject,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(string name, object? value)
    {
        if (EmployeeProperty.IndexOf(name) is >= 0 and var place)
        {
            var property = EmployeeProperty.All[place];
            _values[place] = SavedValue.Of(property, value) is { } known ? property.Normalize(known) : null;
            return;
        }

        switch (name.ToUpperInvariant())
        {
            case "ID":
                _id = SavedValue.Text(value);
                break;
            case "URL":
                _url = SavedValue.Text(value);
                break;
            case "TYPE":
                _type = SavedValue.Text(value);
                break;
            case "READFROM":
                _readFrom = value;
                break;
            case "ITEMS":
                _items = value;
                break;
            case "LINKS":
                _isLastPage = value is null
                    || !SavedValue.MembersOf(value)
                        .Any(link => link.Value is not null && link.Key.Equals("next", StringComparison.OrdinalIgnoreCase));
                break;
            case var field when FieldState.IsField(field):
                (_fields ??= new(StringComparer.OrdinalIgnoreCase))[name] = SavedValue.OfField(value);
                break;
        }
    }
}
