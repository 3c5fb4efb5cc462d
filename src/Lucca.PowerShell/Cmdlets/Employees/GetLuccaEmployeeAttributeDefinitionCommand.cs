using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// <c>Get-LuccaEmployeeAttributeDefinition</c>: definitions of fields, built-in ones and the tenant's own, by id or as a list.
/// </summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployeeAttributeDefinition", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(EmployeeAttributeDefinition))]
public sealed class GetLuccaEmployeeAttributeDefinitionCommand : NamedCmdlet<EmployeeAttributeDefinition>
{
    /// <summary>What to do next where a field is not found.</summary>
    internal const string MissingField =
        "Check the id or the name, which Tab completes. A key sees only the sections of the employee file that it was granted: "
        + "a field of another section is not found either.";

    /// <summary>Only the tenant's own fields, not the built-in ones. The API has no such filter.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ClientFilter]
    public SwitchParameter Custom { get; set; }

    private protected override ResourceDescriptor<EmployeeAttributeDefinition> Descriptor => Resources.EmployeeAttributeDefinitions;

    private protected override Func<EmployeeAttributeDefinition, bool>? Keep => Custom ? one => IsCustom(one.Id) : null;

    /// <summary>Whether an id is that of a field of the tenant's own: those of built-in ones are paths (docs/api.md#attributes).</summary>
    internal static bool IsCustom(string? definition) => definition?.Contains('.', StringComparison.Ordinal) == false;

    private protected override string? Advise(LuccaException error) =>
        error.Kind == LuccaErrorKind.NotFound ? MissingField : base.Advise(error);
}
