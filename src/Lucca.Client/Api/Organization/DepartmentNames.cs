using Lucca.Http;

namespace Lucca.Api;

/// <summary>The names and paths of a tenant's departments, from their list, for all callers of one session.</summary>
/// <param name="time">The clock.</param>
public sealed class DepartmentNames(TimeProvider time) : IDisposable
{
    /// <summary>How long a list is good.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>How long a list is good that lacks a department: it may be new, or not for the key to see.</summary>
    internal static readonly TimeSpan LifeIncomplete = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private DepartmentPaths? _paths;

    /// <summary>Forgets the names, after a write.</summary>
    public void Clear() => _paths = null;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Keeps the names of a list, which may have been read for another purpose.</summary>
    /// <param name="departments">All departments.</param>
    public void Keep(IReadOnlyList<Department> departments) => _paths = PathsOf(departments);

    /// <summary>The names, from a list that was read a short time ago, else from the tenant.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="maxAge">How long ago: <see cref="Life"/> or <see cref="LifeIncomplete"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list could not be read, for another reason than a missing scope.</exception>
    internal async Task<DepartmentPaths> ReadAsync(LuccaClient client, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        // Others that need the names wait for the one who reads them.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_paths is { } known && time.GetElapsedTime(known.ReadAt) < maxAge)
            {
                return known;
            }

            var departments = new List<Department>();
            await foreach (var page in client.Departments.PagesAsync([], ListWindow.All, [], cancellationToken).ConfigureAwait(false))
            {
                departments.AddRange(page.Items(_ => { })); // a reference to a malformed one stays an id
            }

            return _paths = PathsOf(departments);
        }
        catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.Forbidden)
        {
            return _paths = new DepartmentPaths(new Dictionary<string, NamePath>(), refused, time.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }

    private DepartmentPaths PathsOf(IReadOnlyList<Department> departments) =>
        new(new DepartmentTree(departments).Paths, Refusal: null, time.GetTimestamp());
}

/// <summary>The paths of all departments.</summary>
/// <param name="ById">The paths, by id.</param>
/// <param name="Refusal">Why the integration key may not read departments; null when it may.</param>
/// <param name="ReadAt">When the list was read, in ticks of the clock.</param>
internal sealed record DepartmentPaths(IReadOnlyDictionary<string, NamePath> ById, LuccaException? Refusal, long ReadAt);
