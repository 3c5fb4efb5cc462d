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

    /// <summary>Whether the server takes the filter at all, as far as is known.</summary>
    public bool IsUseful { get; private set; } = true;

    /// <summary>Answers for the ids that the filter finds, or surely does not; leaves the others to be asked for alone.</summary>
    public async Task FindAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        var parts = new Stack<string[]>([ids]);
        var (refusals, wasTaken) = (0, false);
        while (refusals < MaxRefusals && parts.TryPop(out var part))
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

        IsUseful = wasTaken || refusals < MaxRefusals;
    }

    private async Task FindTogetherAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        var come = new HashSet<string>(StringComparer.Ordinal);
        var pages = client.PagesAsync(new QueryParameters { { "id", ids } }, ListWindow.All, include, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var resource in page.Items(AddMalformed))
            {
                come.Add(resource.Id);
                found.TryAdd(resource.Id, new Found<T>(resource, null));
            }
        }

        // Where the server reads ids in its own way, only it can tell which of them it knows.
        var spellings = come.Select(IdSpelling.Normal).ToHashSet(StringComparer.Ordinal);
        var hasStrangers = !come.IsSubsetOf(ids);
        foreach (var id in ids)
        {
            if (!hasStrangers && !spellings.Contains(IdSpelling.Normal(id)))
            {
                found.TryAdd(id, Found<T>.Nothing(client.Descriptor.Name, id));
            }
        }

        void AddMalformed(OddItem item)
        {
            // One without an id may be any of those that did not come.
            come.Add(item.Id ?? "");
            if (item.Id is { } id)
            {
                found.TryAdd(id, new Found<T>(null, item.ToError()));
            }
        }
    }
}
