using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
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
public sealed class CompareLuccaEmployeeCommand : SessionCmdlet
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

    /// <summary>Names the departments as Get-LuccaEmployee does: a saved state may have nothing but their names.</summary>
    private ExpandedReferences References
    {
        get
        {
            if (field is null)
            {
                field = new ExpandedReferences(this);
                field.Find(typeof(Employee), names: null);
            }

            return field;
        }
    }

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
            References.WriteMissed();
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

    /// <summary>
    /// Asks the tenant for those whom the later state lacks: a list that changes while it is read may omit somebody who is still there.
    /// </summary>
    /// <returns>False when there is no session to ask in.</returns>
    private bool LookForMissing(EmployeeComparison comparison)
    {
        var missing = comparison.Missing;
        if (missing.Count > 0 && !TryFollow(_origin, nameof(ReferenceObject), out var problem))
        {
            WriteWarning(
                $"Missing from the later state: {missing.Count}. "
                + $"They are reported as Missing, not as Leaver, because the tenant could not be asked: {problem}");
            return false;
        }

        if (missing.Count > 0)
        {
            var found = Whole(token => FindAsync(missing, token));
            References.Expand(found.Select(one => one.Employee));
            found.ForEach(one => comparison.Add(one.Id, EmployeeState.Of(one.Employee)));
            WriteVerbose($"Missing from the later state: {missing.Count}. The tenant still has {found.Count} of them.");
        }

        return true;
    }

    private async Task<List<(string Id, Employee Employee)>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var lookup = Client.Employees.Lookup(["embedded"]);
        var found = new List<(string Id, Employee Employee)>();
        foreach (var batch in ids.Chunk(IdLookup<Employee>.BatchSize))
        {
            var answers = await lookup.FindAsync(batch, cancellationToken).ConfigureAwait(false);
            foreach (var (id, answer) in batch.Zip(answers))
            {
                if (answer.Resource is { } employee)
                {
                    found.Add((id, employee));
                }
                else if (answer.Error is { Kind: not LuccaErrorKind.NotFound } error)
                {
                    throw error;
                }
            }
        }

        return found;
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

    private async Task<bool> ReadNowAsync(CancellationToken cancellationToken)
    {
        var pages = Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], cancellationToken);
        await foreach (var page in References.Expand(pages).ConfigureAwait(false))
        {
            // Whoever cannot be read would be a leaver.
            _after.Employees.AddRange(page.Items(MalformedItemError.Throw).Select(EmployeeState.Of));
            Progress.ItemsDone += page.Count;
        }

        return true;
    }

    /// <summary>Waits for calls that must succeed: without one of them the comparison would be wrong.</summary>
    private T Whole<T>(Func<CancellationToken, Task<T>> read)
    {
        try
        {
            return Await(read);
        }
        catch (LuccaException error)
        {
            throw ErrorRecords.EndOfScript(ErrorRecords.From(error, null, CurrentSession.Uri), this);
        }
    }
}
