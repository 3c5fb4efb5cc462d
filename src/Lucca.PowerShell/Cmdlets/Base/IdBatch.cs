using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>Gathers ids, and gets what they mean with as few requests as possible, in the order in which they came.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="cmdlet">The cmdlet.</param>
internal sealed class IdBatch<T>(ListCmdlet<T> cmdlet)
    where T : Resource
{
    private readonly List<(ResourceId Id, LuccaSession Session)> _ids = [];
    private readonly Dictionary<LuccaSession, IdLookup<T>> _lookups = [];

    /// <summary>Takes in an id, of the session at work.</summary>
    public void Add(ResourceId id)
    {
        _ids.Add((id, cmdlet.CurrentSession));
        if (_ids.Count == cmdlet.BatchSize)
        {
            Flush();
        }
    }

    /// <summary>Asks for what was gathered, once a session, and writes it in the order in which it came.</summary>
    public void Flush()
    {
        (ResourceId Id, LuccaSession Session)[] batch = [.. _ids];
        _ids.Clear();
        if (cmdlet.IsNarrowed)
        {
            foreach (var ids in batch.GroupBy(one => one.Session, one => one.Id))
            {
                cmdlet.WorkIn(ids.Key);
                cmdlet.WriteNarrowed([.. ids]);
            }
        }
        else if (batch is [var (id, session)])
        {
            cmdlet.WorkIn(session);
            WriteOne(id);
        }
        else
        {
            WriteMany(batch);
        }
    }

    /// <summary>Gets what one id means, of the session at work.</summary>
    public void WriteOne(ResourceId id)
    {
        cmdlet.Attempt(id.Input, () =>
        {
            var (meant, error) = cmdlet.Resolver.FindResources(cmdlet.Resource, [id], cmdlet.Options.Include)[0];
            if (cmdlet.Options.IsConditional || meant is [{ Resource: null }])
            {
                foreach (var one in meant)
                {
                    cmdlet.Attempt(id.Input, () => WriteById(one.Id, id));
                }
            }
            else
            {
                Write(FindAll(meant), id);
            }

            if (error is not null)
            {
                cmdlet.ReportFor(id, error);
            }
        });
        cmdlet.Progress.ItemsDone++;
    }

    private void WriteById(string id, ResourceId given)
    {
        T? resource;
        try
        {
            resource = cmdlet.Await(token => cmdlet.Source.GetAsync(id, cmdlet.Options, token));
        }
        catch (LuccaException error) when (given.HidesPerson)
        {
            cmdlet.ReportFor(given, error);
            return;
        }

        cmdlet.ExpandAll([resource]);
        Write(resource, given);
    }

    private void Write(T? resource, ResourceId id)
    {
        if (resource is null || cmdlet.IsMeant(resource, [id]))
        {
            cmdlet.WriteFound(resource);
        }
    }

    private void WriteMany((ResourceId Id, LuccaSession Session)[] batch)
    {
        var answers = new IReadOnlyList<Found<T>>?[batch.Length];
        foreach (var places in Enumerable.Range(0, batch.Length).GroupBy(place => batch[place].Session))
        {
            cmdlet.WorkIn(places.Key);
            Find([.. places], batch, answers);
        }

        foreach (var ((id, session), found) in batch.Zip(answers))
        {
            cmdlet.WorkIn(session);
            Write(found ?? [], id);
        }

        cmdlet.Progress.ItemsDone += batch.Length;
    }

    private void Find(int[] places, (ResourceId Id, LuccaSession Session)[] batch, IReadOnlyList<Found<T>>?[] answers)
    {
        ResourceId[] given = [.. places.Select(place => batch[place].Id)];
        cmdlet.Attempt(given.Select(one => one.Input).ToArray(), () =>
        {
            var named = cmdlet.Resolver.FindResources(cmdlet.Resource, given, cmdlet.Options.Include);
            var found = new Queue<Found<T>>(FindAll([.. named.SelectMany(answer => answer.Found)]));
            foreach (var (place, answer) in places.Zip(named))
            {
                var error = answer.Error is { } wrong ? new[] { new Found<T>(null, wrong) } : [];
                answers[place] = [.. answer.Found.Select(_ => found.Dequeue()), .. error];
            }
        });
    }

    /// <summary>What is meant, in its order: what came with its name is here, the rest is asked for by id.</summary>
    private List<Found<T>> FindAll(IReadOnlyList<NamedResource> meant)
    {
        if (!_lookups.TryGetValue(cmdlet.CurrentSession, out var lookup))
        {
            _lookups.Add(cmdlet.CurrentSession, lookup = cmdlet.Source.Lookup(cmdlet.Options.Include));
        }

        var batches = meant.Where(one => one.Resource is null).Select(one => one.Id).Chunk(IdLookup<T>.BatchSize);
        var byId = new Queue<Found<T>>(batches.SelectMany(batch => cmdlet.Await(token => lookup.FindAsync(batch, token))));
        var found = meant.Select(one => one.Resource is T known ? new Found<T>(known, null) : byId.Dequeue()).ToList();
        cmdlet.ExpandAll(found.Select(answer => answer.Resource));
        return found;
    }

    private void Write(IReadOnlyList<Found<T>> found, ResourceId id)
    {
        foreach (var answer in found)
        {
            if (answer.Error is { } error)
            {
                cmdlet.ReportFor(id, error);
            }
            else
            {
                Write(answer.Resource, id);
            }
        }
    }
}
