using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Requests ids through the filter of a list. One invalid id may cause a refusal, so a refused batch is halved, at most
/// <see cref="MaxRefusals"/> times: all integrations of a tenant share its rate limit. A batch costs at most 17 requests here.
/// </summary>
internal sealed class IdFilter<T>(ResourceClient<T> client, IReadOnlyList<string> include)
    where T : Resource
{
    /// <summary>Seven refusals find one invalid id among a hundred.</summary>
    private const int MaxRefusals = 8;

    private bool _isIgnored;
    private bool _isRefused;

    /// <summary>Whether the server accepts the filter, as far as known.</summary>
    public bool IsUseful => !_isIgnored && !_isRefused;

    /// <summary>Adds the ids that the filter finds, or certainly does not. The others have to be requested one by one.</summary>
    public async Task FindAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        var parts = new Stack<string[]>([ids]);
        var (refusals, wasTaken) = (0, false);
        while (refusals < MaxRefusals && !_isIgnored && parts.TryPop(out var part))
        {
            // Without a value, the filter would be omitted and the whole list returned. A single id needs no list.
            if (part.Length < 2)
            {
                continue;
            }

            try
            {
                await FindTogetherAsync(part, found, cancellationToken).ConfigureAwait(false);
                wasTaken = true;
            }
            catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.BadRequest)
            {
                refusals++;
                parts.Push(part[(part.Length / 2)..]);
                parts.Push(part[..(part.Length / 2)]);
            }
        }

        _isRefused = !wasTaken && refusals == MaxRefusals;
    }

    /// <summary>Accepts the requested ids only: a server that ignores the filter sends everybody.</summary>
    private async Task FindTogetherAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        var wanted = ids.Select(IdSpelling.Normal).ToHashSet(StringComparer.Ordinal);
        var received = new HashSet<string>(StringComparer.Ordinal);
        var canHide = false;
        var options = new ReadOptions { Include = include };
        var pages = client.ReadAsync(new QueryParameters { { "id", ids } }, ListWindow.All, options, keep: null, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var resource in page.Items(item => Take(item.Id, new Found<T>(null, item.ToError()))))
            {
                Take(resource.Id, new Found<T>(resource, null));
            }

            canHide |= page.HasMoved;
            if (_isIgnored)
            {
                return;
            }
        }

        // Only the server can judge another spelling of a received id, or an id that a malformed item or a change may hide.
        foreach (var id in canHide ? [] : ids.Where(id => !received.Contains(IdSpelling.Normal(id))))
        {
            found.TryAdd(id, Found<T>.Nothing(client.Descriptor.Label, id));
        }

        void Take(string? id, Found<T> answer)
        {
            if (id is null)
            {
                canHide = true;
            }
            else if (wanted.Contains(IdSpelling.Normal(id)))
            {
                received.Add(IdSpelling.Normal(id));
                found.TryAdd(id, answer);
            }
            else
            {
                _isIgnored = true;
            }
        }
    }
}
