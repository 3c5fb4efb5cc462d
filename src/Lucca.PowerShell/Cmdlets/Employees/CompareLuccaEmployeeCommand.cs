using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Saved;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// <c>Compare-LuccaEmployee</c>: who has joined, started, left or moved, and what else has changed, since an earlier run.
/// </summary>
[Cmdlet(VerbsData.Compare, "LuccaEmployee")]
[OutputType(typeof(EmployeeChange))]
public sealed partial class CompareLuccaEmployeeCommand : SessionCmdlet
{
    /// <summary>So many may leave, however small the company is.</summary>
    private const int LeastLimit = 5;

    private readonly SavedState _before = new("earlier");
    private readonly SavedState _after = new("later");
    private InputOrigin? _origin;
    private object? _seen;

    /// <summary>The employees of an earlier run: objects, or the path of a file of Export-Clixml or of JSON.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("Reference")]
    [AllowEmptyCollection]
    public object[] ReferenceObject { get; set; } = [];

    /// <summary>The employees to compare them with: objects, or the path of a file. Default: the tenant's employees of now.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [Alias("Difference")]
    [AllowEmptyCollection]
    public object[]? DifferenceObject { get; set; }

    /// <summary>
    /// The most leavers, in percent of those who were present in the earlier state; never fewer than 5 people. 100 for no limit.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int LeaverLimit { get; set; } = 20;

    private protected override bool FollowsInput => true;

    private bool IsGiven => MyInvocation.ExpectingInput || IsBound(nameof(DifferenceObject));

    /// <inheritdoc/>
    protected override void ProcessRecord() => Take(DifferenceObject ?? [], _after);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Take(ReferenceObject, _before);
        if (!IsGiven || IsBound(nameof(Session)))
        {
            Follow(_origin, nameof(ReferenceObject));
        }

        Attempt(null, Compare);
        base.EndProcessing();
    }

    private static EmployeeChange Shown(EmployeeChange change)
    {
        change.Before = change.Before is DateTime before ? Day.Wrap(before) : change.Before;
        change.After = change.After is DateTime after ? Day.Wrap(after) : change.After;
        return change;
    }

    private void Take(object[] given, SavedState state) => Require(given, () =>
    {
        foreach (var item in given)
        {
            var first = state.Employees.Count;
            switch (PipelineInput.Unwrap(item))
            {
                case string path:
                    StateFile.Read(SessionState, path, state);
                    break;
                case FileInfo file:
                    StateFile.Read(SessionState, file.FullName, state);
                    break;
                default:
                    SavedEmployee.Read(item, state);
                    break;
            }

            for (var place = first; place < state.Employees.Count; place++)
            {
                CheckOrigin(state.Employees[place], item);
            }
        }

        return true;
    });

    private void CheckOrigin(EmployeeState state, object? item)
    {
        // Thousands are of one tenant.
        if (state.Source is not { } source || source.Equals(_seen))
        {
            return;
        }

        _seen = source;
        if (InputOrigin.Of(ResourceId.Of(state.Employee)) is { } origin)
        {
            _origin ??= origin;
            if (!origin.IsOf(_origin))
            {
                throw new BadArgumentException(
                    $"{origin.Subject} came from {origin.Place}, {_origin.Name} from {_origin.Place}, where the same id is another person.",
                    item,
                    advice: "Compare employees of one tenant.") { IsBeforeCall = false };
            }
        }
    }

    private void Compare()
    {
        if (!IsGiven)
        {
            _after.Remember(StateOrigin.Of(CurrentSession.Uri, [], ListWindow.All, null));
            Require(ReferenceObject, () => SavedState.Check(_before, _after));
            Whole(ReadNowAsync);
            Departments.WriteUnnamed();
        }

        if (_before.Employees.Count > 0 && _after.Employees.Count == 0)
        {
            throw End(new BadArgumentException(
                "The later state is empty: everybody would be a leaver.",
                DifferenceObject,
                "Read the employees again: the read has probably failed.") { IsBeforeCall = false });
        }

        if (Require(ReferenceObject, () => SavedState.Check(_before, _after)) is { } doubt)
        {
            WriteWarning(doubt);
        }

        var comparison = new EmployeeComparison(_before.Employees, _after.Employees);
        var changes = comparison.Changes(LookForMissing(comparison));
        CheckLimit(changes.Count(change => change.Change == EmployeeChange.Leaver), comparison.PresentBefore);
        WriteObject(changes.Select(Shown), enumerateCollection: true);
        if (comparison.NotCompared.Count > 0)
        {
            WriteWarning(
                "Not compared, because one of the states lacks it, has names instead of ids, or holds objects: "
                + $"{string.Join(", ", comparison.NotCompared)}.");
        }
    }

    private void CheckLimit(int leavers, int present)
    {
        if (LeaverLimit < 100 && leavers > Math.Max(LeastLimit, present * (long)LeaverLimit / 100))
        {
            // A script must not go on and save the later state over the earlier one.
            throw ErrorRecords.EndOfScript(
                ErrorRecords.TooManyLeavers(
                    $"{leavers} of the {present} employees of the earlier state would be leavers: "
                    + $"more than {LeaverLimit} % and more than {LeastLimit} people. "
                    + "Nothing was emitted.",
                    ReferenceObject),
                this);
        }
    }
}
