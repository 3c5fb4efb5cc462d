using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Saved;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Compare-LuccaEmployee</c>: who has joined, left or moved, and what else has changed, since an earlier run.</summary>
[Cmdlet(VerbsData.Compare, "LuccaEmployee")]
[OutputType(typeof(EmployeeChange))]
public sealed class CompareLuccaEmployeeCommand : SessionCmdlet
{
    private readonly List<EmployeeState> _after = [];
    private InputOrigin? _origin;

    /// <summary>The employees of an earlier run: objects, or the path of a file of Export-Clixml or of JSON.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [AllowEmptyCollection]
    public object[] Reference { get; set; } = [];

    /// <summary>The employees to compare them with: objects, or the path of a file. The tenant's employees of now when left out.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public object[]? Difference { get; set; }

    private protected override bool FollowsInput => true;

    private bool IsGiven => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(Difference));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!IsGiven)
        {
            // Two states of earlier runs can be compared without a connection.
            base.BeginProcessing();
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _after.AddRange(Read(Difference ?? []));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var before = Read(Reference);
        if (!IsGiven)
        {
            Follow(_origin, nameof(Reference));
        }

        Attempt(null, () =>
        {
            var after = IsGiven ? _after : Await(ReadNowAsync);
            RefuseEmpty(before, after);
            var left = new List<string>();
            WriteObject(EmployeeComparison.Compare(before, after, left).Select(Shown), enumerateCollection: true);
            if (left.Count > 0)
            {
                WriteWarning($"Not compared, since one of the two states does not hold it, or holds names where the other holds ids: {string.Join(", ", left)}.");
            }
        });
        base.EndProcessing();
    }

    private static EmployeeChange Shown(EmployeeChange change)
    {
        change.Before = change.Before is DateTime before ? Day.Wrap(before) : change.Before;
        change.After = change.After is DateTime after ? Day.Wrap(after) : change.After;
        return change;
    }

    private List<EmployeeState> Read(object[] given) => Require(given, () => given.SelectMany(Read).ToList());

    private IEnumerable<EmployeeState> Read(object given) => PipelineInput.Unwrap(given) switch
    {
        string path => StateFile.Read(SessionState, path).Select(ReadOne),
        FileInfo file => StateFile.Read(SessionState, file.FullName).Select(ReadOne),
        _ => [ReadOne(given)],
    };

    private EmployeeState ReadOne(object? item)
    {
        var state = SavedEmployee.Read(item);
        if (InputOrigin.Of(ResourceId.Of(state.Employee)) is { } origin)
        {
            _origin ??= origin;
            if (!origin.IsOf(_origin))
            {
                throw new BadArgumentException($"{origin.Name} came from {origin.Place}, {_origin.Name} from {_origin.Place}, where the same id means somebody else.", item, advice: "Compare employees of one tenant.");
            }
        }

        return state;
    }

    private async Task<List<EmployeeState>> ReadNowAsync(CancellationToken cancellationToken)
    {
        var states = new List<EmployeeState>();
        await foreach (var page in Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], cancellationToken).ConfigureAwait(false))
        {
            // Whoever cannot be read would be a leaver.
            states.AddRange(page.Items(OddItemError.Throw).Select(EmployeeState.Of));
            Progress.ItemsDone += page.Count;
        }

        return states;
    }

    private void RefuseEmpty(List<EmployeeState> before, List<EmployeeState> after)
    {
        if (before.Count > 0 && after.Count == 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("There is nobody to compare with: everybody would have left.", Difference, "Read the employees again: most likely they could not be read."));
        }
    }
}
