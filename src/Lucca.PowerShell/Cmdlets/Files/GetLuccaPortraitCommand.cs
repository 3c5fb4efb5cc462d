using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaPortrait</c>: employees' pictures, as objects, files or bytes.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaPortrait", DefaultParameterSetName = "Id")]
[OutputType(typeof(Portrait), typeof(FileInfo), typeof(byte[]))]
public sealed partial class GetLuccaPortraitCommand : DownloadCmdlet
{
    private protected override bool FollowsInput => Input.IsGiven;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Input.Check(isNeeded: true);
        References.Find(typeof(Portrait), Expand);
        OpenOutput(MyInvocation.ExpectingInput ? null : Id?.Length ?? 1);
        Progress.Total = Id?.Length;
    }

    /// <summary>Text that is no id means employees, as it does for Get-LuccaEmployee: pictures have no names of their own.</summary>
    /// <inheritdoc/>
    protected override void ProcessRecord() => Input.Process(InputObject);

    private void Take(ResourceId id)
    {
        if (id.IsPerson || id.IsReducedEmployee || (id.IsText && !NameLookup.IsId(Resources.Employees, id.Value)))
        {
            Gather(id);
        }
        else
        {
            FlushNames();
            Fetch(id.Value, id.Input);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        FlushNames();
        base.EndProcessing();
    }

    private void Fetch(Employee employee)
    {
        if (employee.Portrait is { } portrait)
        {
            Fetch(portrait.Id, employee);
        }
        else if (IsOneFile)
        {
            // Nothing takes its place, and whoever goes on with the file would not notice.
            WriteError(ErrorRecords.From(
                new LuccaException(
                    LuccaErrorKind.NotFound, $"The employee {employee.Id} has no portrait, so '{OutFile}' was not written."),
                employee,
                CurrentSession.Uri,
                "Omit employees without one: Where-Object Portrait."));
        }
        else
        {
            WriteVerbose($"The employee {employee.Id} has no portrait.");
        }
    }

    private void Fetch(string id, object? input) => Attempt(input, () =>
    {
        Progress.Position = ListPosition.Of(input);
        if (!WantsBytes)
        {
            Progress.RequestsDone++;
            var portrait = Found(id, input, () => Await(token => Client.Portraits.GetAsync(id, Options, token)));
            if (Expand is not null && input is Employee known && portrait?.Employee?.Id == known.Id)
            {
                // What led to the picture need not be asked for again.
                portrait.Employee = known;
            }

            References.Expand([portrait]);
            Write(portrait);
        }
        else
        {
            Save(id, input);
        }

        Progress.ItemsDone++;
    });

    /// <summary>Says which portrait is meant where there is none of an id that an employee has.</summary>
    private T Found<T>(string id, object? input, Func<T> get)
    {
        try
        {
            return get();
        }
        catch (LuccaException missing) when (missing.Kind == LuccaErrorKind.NotFound && ResourceId.Of(input).IsText)
        {
            if (PortraitOf(id) is { } meant)
            {
                var way = $"Get-LuccaPortrait {meant}, or Get-LuccaEmployee {id} | Get-LuccaPortrait";
                throw new LuccaException(
                    LuccaErrorKind.NotFound, $"There is no portrait '{id}'. The portrait of employee {id} is {meant}: use {way}.", missing);
            }

            throw;
        }
    }

    private string? PortraitOf(string employee)
    {
        try
        {
            return Await(token => Client.Employees.GetAsync(employee, ReadOptions.Default, token))?.Portrait?.Id;
        }
        catch (LuccaException)
        {
            return null;
        }
    }

    private void Save(string id, object? input)
    {
        var employeeId = input is Employee employee ? employee.Id : (input as Portrait)?.Employee?.Id;
        var item = new DownloadItem(input, employeeId ?? $"portrait-{id}", ("Id", id), ("PortraitId", id), ("EmployeeId", employeeId));
        Found(id, input, () =>
        {
            Save(item, (open, token) =>
            {
                Progress.RequestsDone++;
                return Client.Portraits.DownloadAsync(id, Options, open, token);
            });
            return true;
        });
    }

    private bool TryTakeRelated(Resource other, bool isArgument)
    {
        if (other is not Employee employee)
        {
            return false;
        }

        FlushNames();
        Fetch(employee);
        return true;
    }
}
