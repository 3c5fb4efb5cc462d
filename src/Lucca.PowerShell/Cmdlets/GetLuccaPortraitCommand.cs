using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Paths;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaPortrait</c>: employees' pictures, as objects, files or bytes.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaPortrait", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Portrait), typeof(FileInfo), typeof(byte[]))]
public sealed partial class GetLuccaPortraitCommand : IdCmdlet<Portrait>
{
    private protected override ResourceDescriptor<Portrait> Descriptor => Resources.Portraits;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _output = Require(Saving.Place, () => new DownloadOutput(this, Saving, MyInvocation.ExpectingInput ? null : Id?.Length ?? 1));
        Progress.Total = Id?.Length;
    }

    private protected override void ProcessId(ResourceId id)
    {
        if (id.IsText && !NameLookup.IsId(Resources.Employees, id.Value))
        {
            Attempt(id.Input, () => FetchNamed(id));
        }
        else
        {
            Fetch(id.Value, id.Input);
        }
    }

    /// <summary>Text that is no id means employees, as it does for Get-LuccaEmployee: pictures have no names of their own.</summary>
    private void FetchNamed(ResourceId name)
    {
        var lookup = Client.Of(Resources.Employees).Lookup([]);
        foreach (var ids in Named(Resources.Employees, [name])[0].Require().Chunk(IdLookup<Employee>.BatchSize))
        {
            foreach (var found in Await(token => lookup.FindAsync(ids, token)))
            {
                TryProcessRelated(found.Resource ?? throw found.Error!, isArgument: true);
            }
        }
    }

    private void Fetch(string id, object? input) => Attempt(input, () =>
    {
        Progress.Position = ListPosition.Of(input);
        if (!WantsBytes)
        {
            Progress.RequestsDone++;
            var portrait = Await(token => Client.Portraits.GetAsync(id, Options, token));
            if (Expand is not null && input is Employee known && portrait?.Employee?.Id == known.Id)
            {
                // What led to the picture need not be asked for again.
                portrait.Employee = known;
            }

            ExpandAll([portrait]);
            WriteFound(portrait);
        }
        else
        {
            Save(id, input);
        }

        Progress.ItemsDone++;
    });

    private void Save(string id, object? input)
    {
        var employeeId = input is Employee employee ? employee.Id : (input as Portrait)?.Employee?.Id;
        var item = new DownloadItem(input, employeeId ?? $"portrait-{id}", ("Id", id), ("PortraitId", id), ("EmployeeId", employeeId));
        _output!.Write(item, (open, token) =>
        {
            Progress.RequestsDone++;
            return Client.Portraits.DownloadAsync(id, Options, open, token);
        });
    }

    private protected override bool TryProcessRelated(Resource other, bool isArgument)
    {
        if (other is not Employee employee)
        {
            return false;
        }

        if (employee.Portrait is { } portrait)
        {
            Fetch(portrait.Id, employee);
        }
        else
        {
            WriteVerbose($"The employee {employee.Id} has no portrait.");
        }

        return true;
    }
}
