using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Filters that need more than one list: what is below, and who was employed on a day.</content>
public sealed partial class GetLuccaEmployeeCommand
{
    /// <summary>Includes those of all departments below -Department, and everybody below -Manager.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Only employees who had an employment on this day, an open-ended or a former one too.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [ClientFilter]
    public DateOnly? EmployedOn { get; set; }

    internal override string[] WithBelow(string parameter, string[] ids) =>
        Recurse ? [.. Await(token => Recursion.WithBelowAsync(Client, parameter, ids, token))] : ids;

    private protected override bool TryNarrow(QueryParameters query)
    {
        if (EmployedOn is { } day)
        {
            var people = Await(token => EmployedPeople.OnAsync(Client, day, query.ValuesOf("id"), token));
            query.Set("id", [.. people]);
            return people.Count > 0;
        }

        return true;
    }
}
