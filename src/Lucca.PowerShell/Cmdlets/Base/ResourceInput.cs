using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;
using Lucca.PowerShell.Saved;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// What a cmdlet works on: ids or objects, from the arguments or from the pipeline. Each is handed on in the session that it came from.
/// </summary>
/// <param name="cmdlet">The cmdlet. It has the parameters Id and InputObject.</param>
/// <param name="resource">The kind of resource.</param>
/// <param name="arguments">What arguments name; null when none of them was given.</param>
/// <param name="take">Takes one id.</param>
internal sealed class ResourceInput(
    SessionCmdlet cmdlet, ResourceDescriptor resource, Func<IEnumerable<ResourceId>?> arguments, Action<ResourceId> take)
{
    private const string ParameterOfIds = "Id";
    private const string ParameterOfPipeline = "InputObject";
    private int _taken;

    /// <summary>The kind of resource whose names, numbers and addresses may stand for an id; null for the own kind.</summary>
    public ResourceDescriptor? NamedBy { get; init; }

    /// <summary>
    /// Takes an object of another kind, for what it can mean here; false when it can mean nothing. The flag says that it was an argument,
    /// where ids are expected, rather than piped.
    /// </summary>
    public Func<Resource, bool, bool> TryTakeRelated { get; init; } = static (_, _) => false;

    /// <summary>Whether ids or objects were given at all, empty ones too.</summary>
    public bool IsGiven => cmdlet.MyInvocation.ExpectingInput || arguments() is not null || cmdlet.IsBound(ParameterOfPipeline);

    /// <summary>Makes sure, before anything is sent, that ids come one way only.</summary>
    /// <param name="isNeeded">Whether the cmdlet can do nothing without them.</param>
    public void Check(bool isNeeded)
    {
        if (isNeeded && !IsGiven)
        {
            throw cmdlet.End(new BadArgumentException(
                $"{cmdlet.MyInvocation.MyCommand.Name} needs the id of the {resource.Label}.",
                null,
                $"Give an id, or pipe ids or {resource.Label} objects."));
        }

        if (arguments() is not null && cmdlet.MyInvocation.ExpectingInput)
        {
            var way = cmdlet.IsBound(ParameterOfIds) ? "-Id" : "arguments";
            throw cmdlet.End(new BadArgumentException($"Ids were given both as {way} and through the pipeline.", null, "Use one of them."));
        }
    }

    /// <summary>Takes in one item of the pipeline, or those of the arguments.</summary>
    /// <param name="inputObject">What the parameter InputObject holds.</param>
    public void Process(object? inputObject)
    {
        if (cmdlet.MyInvocation.ExpectingInput)
        {
            Take(ResourceId.Of(inputObject), isArgument: false);
        }
        else if (arguments() is { } ids)
        {
            foreach (var id in ids)
            {
                Take(id, isArgument: true);
            }
        }
        else if (cmdlet.IsBound(ParameterOfPipeline))
        {
            // Named as an argument, a list is not divided by the pipeline.
            Array.ForEach(ResourceIdAttribute.Read(inputObject), id => Take(id, isArgument: false));
        }
    }

    private void Take(ResourceId id, bool isArgument)
    {
        _taken++;
        var problem = id.Problem(id.IsPerson || id.IsReducedEmployee ? NamedBy ?? resource : resource);
        if (!cmdlet.TryFollow(InputOrigin.Of(id)))
        {
            return;
        }

        if (problem is null)
        {
            take(id);
        }
        else if (id.IsBlankRow && (NamedBy ?? resource) == Resources.Employees)
        {
            cmdlet.WriteError(ErrorRecords.From(new BadArgumentException(
                $"Row {_taken} has no value in Id, EmployeeNumber, Email or mail.",
                id.Input,
                HoldsOneColumn(id.Input!)
                    ? "The row is one column with semicolons: use Import-Csv -Delimiter ';'."
                    : "Fill one of these columns, or omit the row, for instance with Where-Object.")));
        }
        else if (id.IsEmpty || !TryTakeRelatedTo(id, isArgument))
        {
            cmdlet.WriteError(ErrorRecords.From(new BadArgumentException(
                problem,
                id.Input,
                id.IsEmpty
                    ? "Omit empty ids, for instance with Where-Object."
                    : resource == Resources.Employees && id.Id is null
                        ? "Give ids, or objects with a property Id, EmployeeNumber, Email or mail."
                        : $"Give ids or {resource.Label} objects. {Way(id)}")));
        }
    }

    /// <summary>What leads from an object of another kind to what is wanted.</summary>
    private string Way(ResourceId id)
    {
        if (Resources.All.FirstOrDefault(id.IsSurely) is not { } other)
        {
            return "Get objects from a file again, with their own command.";
        }

        var command = cmdlet.MyInvocation.MyCommand.Name;
        if (FilterQuery.NameFor(cmdlet.GetType(), other.Model) is { } filter)
        {
            var parameter = FilterQuery.ParameterOf(cmdlet.GetType(), filter);
            return id.Value.Length > 0
                ? $"Use -{parameter}: {command} -{parameter} {id.Value}."
                : $"Include the Id, or pipe the {other.Label} itself.";
        }

        if (ReferenceMembers.Of(other.Model).FirstOrDefault(member => member.Model == resource.Model) is { } member)
        {
            return $"For the {resource.Label} of {ResourceId.Article(other.Label)}: ... | ForEach-Object {member.Name} | {command}.";
        }

        var none = $"The API has no {resource.PluralLabel} of {ResourceId.Article(other.Label)}";
        return resource == Resources.Events && EventTopics.All.Any(topic => topic.StartsWith(other.Name + ".", StringComparison.Ordinal))
            ? $"{none}; choose from all events: {command} -Topic {other.Name}.* | Where-Object {{ $_.Data.Id -eq '{id.Value}' }}"
            : none + ".";
    }

    /// <summary>Whether a row is a line of CSV that nothing has divided.</summary>
    private static bool HoldsOneColumn(object row) =>
        PSObject.AsPSObject(row).Properties.Take(2).ToArray() is [{ Name: var name }] && name.Contains(';', StringComparison.Ordinal);

    /// <summary>Does what a related object can mean, live or read from a file.</summary>
    /// <returns>False when it can mean nothing, and nothing was said of that.</returns>
    private bool TryTakeRelatedTo(ResourceId id, bool isArgument)
    {
        try
        {
            return (id.Input as Resource ?? SavedResource.Of(id)) is { } other && TryTakeRelated(other, isArgument);
        }
        catch (BadArgumentException unbounded)
        {
            cmdlet.WriteError(ErrorRecords.From(unbounded));
            return true;
        }
    }
}
