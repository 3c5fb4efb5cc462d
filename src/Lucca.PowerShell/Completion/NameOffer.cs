using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Completion;

/// <summary>
/// What completion can offer of one kind of resource: what the first page holds, or else what a search finds. It only reads.
/// </summary>
internal static class NameOffer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Those of which the id or an address begins with what was typed, or the name holds it; empty when they do not come in time, or not at
    /// all.
    /// </summary>
    public static IReadOnlyList<NamedResource> Find(LuccaSession session, ResourceDescriptor resource, string typed)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);

            // The wait is cut as well: not everything on the way may heed the token at once.
            return Task.Run(
                () => FindAsync(session, resource, typed, patience.Token),
                patience.Token).WaitAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception unavailable) when (unavailable is LuccaException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    /// <summary>What lists the names: the API has no list of portraits, but employees name theirs.</summary>
    public static ResourceDescriptor NamedBy(ResourceDescriptor resource) =>
        resource.Model == typeof(Portrait) ? Resources.Employees : resource;

    /// <summary>Whether something begins with what was typed, in any case.</summary>
    public static bool Begins(string? text, string typed) => text?.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ?? false;

    private static async Task<IReadOnlyList<NamedResource>> FindAsync(
        LuccaSession session, ResourceDescriptor resource, string typed, CancellationToken cancellationToken)
    {
        var client = new LuccaClient(session.Transport, new CallNotes());
        var listed = NamedBy(resource);
        var window = new ListWindow(First: (ulong)listed.MaxPageSize);
        var first = await ListAsync([]).ConfigureAwait(false);
        var found = Matching(first);
        if (typed.Length == 0 || !listed.HasSearch || first.Count < listed.MaxPageSize)
        {
            return found;
        }

        // There is more than the first page holds. Of an address, the search knows the part that is made of names.
        var searched = await ListAsync(new QueryParameters { { "search", typed.Split('@')[0] } }).ConfigureAwait(false);
        return [.. found.UnionBy(Matching(searched), one => one.Id, StringComparer.Ordinal)];

        async Task<IReadOnlyList<NamedResource>> ListAsync(QueryParameters query) =>
            (await session.Names.ListAsync(client, listed, query, window, cancellationToken).ConfigureAwait(false)).All;

        List<NamedResource> Matching(IReadOnlyList<NamedResource> all) =>
            NameOffer.Matching(listed == resource ? all : all.Select(one => one.Portrait).OfType<NamedResource>(), typed);
    }

    private static List<NamedResource> Matching(IEnumerable<NamedResource> all, string typed) =>
    [
        .. all.Where(one => one.Problem is null).Where(one => one.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            || one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
            || Begins(one.Email, typed)
            || Begins(one.EmployeeNumber, typed)),
    ];
}
