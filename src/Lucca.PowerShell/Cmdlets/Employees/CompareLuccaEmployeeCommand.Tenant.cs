using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What the tenant is asked for: the employees of now, and those whom the later state lacks.</content>
public sealed partial class CompareLuccaEmployeeCommand
{
    /// <summary>Names the departments as Get-LuccaEmployee does: a saved state may have nothing but their names.</summary>
    private NamedDepartments Departments => field ??= new NamedDepartments(this, static () => false);

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
            Departments.Name(found.Select(one => one.Employee));
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

    private async Task<bool> ReadNowAsync(CancellationToken cancellationToken)
    {
        var pages = Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], cancellationToken);
        await foreach (var page in Departments.Name(pages).ConfigureAwait(false))
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
