using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Completion;

/// <summary>What completion can offer of one kind of resource: what the first page holds, or else what a search finds. It only reads.</summary>
internal static class NameOffer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Those that begin with the id or hold the name that was typed; empty when they do not come in time, or not at all.</summary>
    public static IReadOnlyList<NamedResource> Find(LuccaSession session, ResourceDescriptor resource, string typed)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);

            // The wait is cut as well: not everything on the way may heed the token at once.
            return Task.Run(() => FindAsync(session, resource, typed, patience.Token), patience.Token).WaitAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception unavailable) when (unavailable is LuccaException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<NamedResource>> FindAsync(LuccaSession session, ResourceDescriptor resource, string typed, CancellationToken cancellationToken)
    {
        var client = new LuccaClient(session.Transport, new CallNotes());
        var window = new ListWindow(First: (ulong)resource.MaxPageSize);
        var found = Matching(await session.Names.ListAsync(client, resource, [], window, cancellationToken).ConfigureAwait(false), typed);
        return found.Count > 0 || typed.Length == 0 || !resource.HasSearch
            ? found
            : Matching(await session.Names.ListAsync(client, resource, new QueryParameters { { "search", typed } }, window, cancellationToken).ConfigureAwait(false), typed);
    }

    private static List<NamedResource> Matching(IReadOnlyList<NamedResource> all, string typed) =>
    [
        .. all.Where(one => one.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            || one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)),
    ];
}
