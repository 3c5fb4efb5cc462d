using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;
using Lucca.PowerShell.Saved;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmployee</c>: employees by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployee", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(EmployeeRow), typeof(Employee))]
public sealed partial class GetLuccaEmployeeCommand : ListCmdlet<Employee>
{
    private readonly HashSet<ResourceDescriptor> _explained = [];
    private (QueryParameters Query, StateOrigin Origin)? _list;

    /// <summary>Names, e-mail addresses or ids of employees, or objects that lead to them; filters narrow whom they mean.</summary>
    [Parameter(Position = 0, ParameterSetName = IdSet)]
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [Alias("Name")]
    [OwnResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public override ResourceId[]? Id { get; set; }

    /// <summary>The numbers of employees in the company's own records, which are no ids. The API cannot filter by them.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ListSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(EmployeeNumberCompleter))]
    public string[]? EmployeeNumber { get; set; }

    /// <summary>The start of given or family names, several words.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    [OneText(HasWords = true)]
    public string? Search { get; set; }

    /// <summary>The e-mail addresses, in any case; <c>null</c> for employees without one.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("email", IsAddress = true)]
    public string[]? Email { get; set; }

    /// <summary>The status of the employee.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("active", "upcoming", "deactivated")]
    [Filter("status")]
    public string[]? Status { get; set; }

    /// <summary>The keys to sort by, each also after a <c>-</c> for descending order; by id when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SortKeys<Employee>]
    [ArgumentCompleter(typeof(SortKeyCompleter<Employee>))]
    [Filter("sort")]
    public string[]? Sort { get; set; }

    private protected override ResourceDescriptor<Employee> Descriptor => Resources.Employees;

    private protected override IEnumerable<ResourceId>? Arguments => !IsBound(nameof(EmployeeNumber))
        ? base.Arguments
        : [.. base.Arguments ?? [], .. (EmployeeNumber is { Length: > 0 } numbers ? numbers : [""]).Select(ResourceId.OfEmployeeNumber)];

    /// <summary>The row that everybody wants comes with the same request.</summary>
    private protected override IEnumerable<string> Included => IsBound(nameof(Include)) ? Include : ["embedded"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AsOf is not null && Attribute is null)
        {
            throw End(new BadArgumentException(
                "-AsOf is the day of -Attribute, which is not given.",
                AsOf,
                "Name the fields: -Attribute e_tShirtSize. Use -EmployedOn for who was employed on a day."));
        }

        if (Recurse && Recursion.Problem(MyInvocation.BoundParameters, HasInput) is { } problem)
        {
            throw End(problem);
        }
    }

    private protected override object View(Employee resource)
    {
        AddAttributes(resource);
        if (resource is EmployeeRow row)
        {
            Explain(
                row.ApplicableEmployment is not null && row.Employment is null,
                Resources.Employments,
                "LegalEntity, EmploymentTemplate, StartsOn and EndsOn");
            Explain(
                row.ApplicableJobPosition is not null && row.JobPosition is null,
                Resources.JobPositions,
                "JobTitle, Department, Manager, BusinessEstablishment, JobQualification and OccupationCategory");
        }

        return base.View(resource);
    }

    private protected override void Remember(IReadOnlyList<Employee> items, QueryParameters query, ListWindow window, long? total)
    {
        if (_list?.Query != query)
        {
            _list = (query, StateOrigin.Of(CurrentSession.Uri, query, window, total));
        }

        foreach (var employee in items)
        {
            employee.ReadFrom = _list.Value.Origin;
        }
    }

    private void Explain(bool isMissing, ResourceDescriptor resource, string members)
    {
        if (isMissing && _explained.Add(resource))
        {
            WriteVerbose(
                $"The response omits the {resource.PluralLabel} of employees, so {members} are empty. "
                + $"The integration key needs the scope {resource.ReadScope} for them.");
        }
    }
}
