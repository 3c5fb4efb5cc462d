using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmployeeAttribute</c>: values of employees' fields by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployeeAttribute", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(EmployeeAttribute))]
public sealed class GetLuccaEmployeeAttributeCommand : ListCmdlet<EmployeeAttribute>
{
    /// <summary>Employees: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employee.id")]
    public ResourceId[]? Employee { get; set; }

    /// <summary>What the values mean: definitions, as ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<EmployeeAttributeDefinition>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("definition.id")]
    public ResourceId[]? Definition { get; set; }

    /// <summary>Only values that apply on this day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicability.asOf")]
    public DateOnly? AsOf { get; set; }

    /// <summary>Only the tenant's own fields, not the built-in ones. The API has no such filter.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ClientFilter]
    public SwitchParameter Custom { get; set; }

    // A value is an id without its definition's name, and so is a label's.
    private protected override IEnumerable<string> Included => ["embedded", .. Include];

    private protected override ResourceDescriptor<EmployeeAttribute> Descriptor => Resources.EmployeeAttributes;

    private protected override Func<EmployeeAttribute, bool>? Keep =>
        Custom ? one => GetLuccaEmployeeAttributeDefinitionCommand.IsCustom(one.Definition?.Id) : null;

    private protected override string? Advise(LuccaException error) =>
        error.Kind == LuccaErrorKind.NotFound ? GetLuccaEmployeeAttributeDefinitionCommand.MissingField : base.Advise(error);
}
