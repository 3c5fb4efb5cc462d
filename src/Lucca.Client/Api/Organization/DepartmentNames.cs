using System.Diagnostics.CodeAnalysis;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The names and paths of a tenant's departments, from their list, for all callers of one session.</summary>
/// <param name="time">The clock.</param>
[SuppressMessage("Design", "CA1001", Justification = "Disposed, the semaphore would never let go those who wait for it.")]
public sealed class DepartmentNames(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>For a list that lacks a department: it may be new, malformed, or not for the key to see.</summary>
    private static readonly TimeSpan LifeIncomplete = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private Kept _kept = new();

    /// <summary>Whether the names are here, or were refused.</summary>
    public bool AreKnown => IsFresh(_kept.List, isEnough: true);

    /// <summary>Forgets the names after a write. Lists that are being read began before it, and are not kept.</summary>
    public void Clear() => _kept = new Kept();

    /// <summary>Gets ready for a list of all departments that somebody else begins to read.</summary>
    /// <returns>Takes the departments when all were read, and whether none may be missing.</returns>
    public Action<IReadOnlyList<Department>, bool> Begin()
    {
        var kept = _kept;
        return (departments, isWhole) => kept.List = ListOf(departments, isWhole);
    }

    /// <summary>The ids of all departments, from a list that was read a short time ago, else from the tenant.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list could not be read.</exception>
    public async Task<IReadOnlySet<string>> KnownAsync(LuccaClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var list = await ReadAsync(client, isEnough: true, cancellationToken).ConfigureAwait(false);
        return list.Refusal is null ? list.ById.Keys.ToHashSet(StringComparer.Ordinal) : throw list.Refusal;
    }

    /// <summary>The names, from a list that was read a short time ago, else from the tenant.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="isEnough">Whether the list that is here had all that was looked for.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list could not be read, for another reason than a missing scope.</exception>
    internal async Task<DepartmentList> ReadAsync(LuccaClient client, bool isEnough, CancellationToken cancellationToken)
    {
        // Others that need the names wait for the one who reads them.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var kept = _kept;
            if (IsFresh(kept.List, isEnough))
            {
                return kept.List;
            }

            // Nobody asked for this list: that it changed while it was read is no warning.
            var (begun, departments, isWhole) = (time.GetTimestamp(), new List<Department>(), true);
            var pages = client.Departments.ReadAsync([], ListWindow.All, ReadOptions.Default, keep: null, cancellationToken);
            await foreach (var page in pages.ConfigureAwait(false))
            {
                departments.AddRange(page.Items(_ => isWhole = false));
                isWhole &= !page.HasMoved;
            }

            // The client may have noted it already.
            return kept.List is { } noted && noted.ReadAt >= begun ? noted : kept.List = ListOf(departments, isWhole);
        }
        catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.Forbidden)
        {
            return _kept.List = new DepartmentList([], refused, IsWhole: true, time.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsFresh([NotNullWhen(true)] DepartmentList? list, bool isEnough) =>
        list is not null && time.GetElapsedTime(list.ReadAt) < (isEnough && list.IsWhole ? Life : LifeIncomplete);

    private DepartmentList ListOf(IReadOnlyList<Department> departments, bool isWhole)
    {
        var names = new DepartmentTree(departments).Places.ToDictionary(
            place => place.Department.Id,
            place => new DepartmentName(place.Path.Name, place.IsPathWhole ? place.Path : null),
            StringComparer.Ordinal);
        return new DepartmentList(names, Refusal: null, isWhole, time.GetTimestamp());
    }

    /// <summary>What is kept until the next write.</summary>
    private sealed class Kept
    {
        public DepartmentList? List { get; set; }
    }
}

/// <summary>The names of all departments.</summary>
/// <param name="ById">The names, by id.</param>
/// <param name="Refusal">Why the integration key may not read departments; null when it may.</param>
/// <param name="IsWhole">Whether none may be missing.</param>
/// <param name="ReadAt">When the list was read, in ticks of the clock.</param>
internal sealed record DepartmentList(
    Dictionary<string, DepartmentName> ById, LuccaException? Refusal, bool IsWhole, long ReadAt);

/// <summary>The name of a department.</summary>
/// <param name="Name">The name; the id where there is none.</param>
/// <param name="Path">The names from the root down; null when one above is unknown.</param>
internal sealed record DepartmentName(string Name, NamePath? Path);
