using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Completion;

/// <summary>The ids and names that completion offers of one session, each list kept for a minute.</summary>
internal sealed class IdList
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly ConditionalWeakTable<LuccaSession, IdList> Lists = [];

    private readonly ConcurrentDictionary<(Type Model, string? Search), Kept> _kept = [];

    /// <summary>The lists of a session.</summary>
    public static IdList Of(LuccaSession session) => Lists.GetOrCreateValue(session);

    /// <summary>Ids and names; empty when they do not come in time, or not at all. It only reads.</summary>
    public IReadOnlyList<(string Id, string Name)> Find(LuccaSession session, ICompletable source, string? search)
    {
        var key = (source.Model, search);
        if (_kept.TryGetValue(key, out var kept) && DateTimeOffset.UtcNow - kept.At < Life)
        {
            return kept.Ids;
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience);

            // The wait is cut as well: not everything on the way may heed the token at once.
            var client = new LuccaClient(session.Transport, new CallNotes());
            var page = Task.Run(() => source.PageAsync(client, search, patience.Token), patience.Token).WaitAsync(patience.Token).GetAwaiter().GetResult();
            (string, string)[] ids = [.. page.Select(resource => (resource.Id, resource.KnownName ?? ""))];
            _kept[key] = new Kept(ids, DateTimeOffset.UtcNow);
            return ids;
        }
        catch (Exception unavailable) when (unavailable is LuccaException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    private sealed record Kept(IReadOnlyList<(string Id, string Name)> Ids, DateTimeOffset At);
}
