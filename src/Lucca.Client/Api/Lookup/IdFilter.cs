using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Asks for ids through the filter of a list. A refusal may be due to one id that the server cannot read, so what was refused is halved;
/// but no more than <see cref="MaxRefusals"/> times for a batch: each request is one of those that all integrations of a tenant share. A
/// batch thus costs at most 17 requests before its ids are looked for in another way.
/// </summary>
internal sealed class IdFilter<T>(ResourceClient<T> client, IReadOnlyList<string> include)
    where T : Resource
{
    /// <summary>One id that cannot be read is found among a hundred with 7.</summary>
    private const int MaxRefusals = 8;

    private bool _isIgnored;
    private bool _isRefused;

    /// <summary>Whether the server takes the filter at all, as far as is known.</summary>
    public bool IsUseful => !_isIgnored && !_isRefused;

    /// <summary>Answers for the ids that the filter finds, or surely does not; leaves the others to be asked for alone.</summary>
    public async Task FindAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        var parts = new Stack<string[]>([ids]);
        var (refusals, wasTaken) = (0, false);
        while (refusals < MaxRefusals && !_isIgnored && parts.TryPop(out var part))
        {
            // Without a value the filter would not be sent, and the whole list would come; one id alone has a shorter way.
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

    /// <summary>Takes what was asked for and nothing else: a server that ignores the filter sends everybody.</summary>
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

        // Another spelling of an id that came is for the server to judge, and so is what a malformed item or a change may hide.
        foreach (var id in canHide ? [] : ids.Where(id => !received.Contains(IdSpelling.Normal(id))))
        {
            found.TryAdd(id, Found<T>.Nothing(client.Descriptor.Name, id));
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
