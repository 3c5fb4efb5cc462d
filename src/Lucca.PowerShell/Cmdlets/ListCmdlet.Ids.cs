using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Getting by ids, as many as possible with one request.</content>
public abstract partial class ListCmdlet<T>
{
    private readonly List<(ResourceId Id, LuccaSession Session)> _ids = [];
    private readonly Dictionary<LuccaSession, IdLookup<T>> _lookups = [];

    /// <summary>The most items of the pipeline to gather before asking for them together: 1 asks for each as it comes.</summary>
    [Parameter]
    [ValidateRange(1, IdLookup<Employee>.BatchSize)]
    public int BatchSize { get; set; } = IdLookup<T>.BatchSize;

    private protected override void ProcessId(ResourceId id)
    {
        RefuseListParameters();
        FlushRelated();
        if (Options.IsConditional)
        {
            WriteOne(id);
            return;
        }

        _ids.Add((id, CurrentSession));
        if (_ids.Count == BatchSize)
        {
            FlushIds();
        }
    }

    /// <summary>Asks for what was gathered, once a session, and writes it in the order in which it came.</summary>
    private void FlushIds()
    {
        (ResourceId Id, LuccaSession Session)[] batch = [.. _ids];
        _ids.Clear();
        if (batch is [var (id, session)])
        {
            WorkIn(session);
            WriteOne(id);
            return;
        }

        var answers = new IReadOnlyList<Found<T>>?[batch.Length];
        foreach (var places in Enumerable.Range(0, batch.Length).GroupBy(place => batch[place].Session))
        {
            WorkIn(places.Key);
            Find([.. places], batch, answers);
        }

        WriteAll(batch, answers);
        Progress.ItemsDone += batch.Length;
    }

    private void Find(int[] places, (ResourceId Id, LuccaSession Session)[] batch, IReadOnlyList<Found<T>>?[] answers)
    {
        ResourceId[] given = [.. places.Select(place => batch[place].Id)];
        Attempt(given.Select(one => one.Value).ToArray(), () =>
        {
            var named = Named(Descriptor, given);
            var found = new Queue<Found<T>>(FindAll([.. named.SelectMany(answer => answer.Ids)]));
            foreach (var (place, answer) in places.Zip(named))
            {
                answers[place] = answer.Error is { } error ? [new Found<T>(null, error)] : [.. answer.Ids.Select(_ => found.Dequeue())];
            }
        });
    }

    private List<Found<T>> FindAll(string[] ids)
    {
        if (!_lookups.TryGetValue(CurrentSession, out var lookup))
        {
            _lookups.Add(CurrentSession, lookup = Source.Lookup(Options.Include));
        }

        var found = ids.Chunk(IdLookup<T>.BatchSize).SelectMany(batch => Await(token => lookup.FindAsync(batch, token))).ToList();
        ExpandAll(found.Select(answer => answer.Resource));
        return found;
    }

    private void WriteOne(ResourceId id)
    {
        Attempt(id.Input, () =>
        {
            var ids = Named(Descriptor, [id])[0].Require();
            if (ids is [var only])
            {
                var resource = Await(token => Source.GetAsync(only, Options, token));
                ExpandAll([resource]);
                WriteFound(resource);
            }
            else
            {
                Write(FindAll([.. ids]), id);
            }
        });
        Progress.ItemsDone++;
    }

    private void WriteAll((ResourceId Id, LuccaSession Session)[] batch, IReadOnlyList<Found<T>>?[] answers)
    {
        foreach (var ((id, session), found) in batch.Zip(answers))
        {
            WorkIn(session);
            Write(found ?? [], id);
        }
    }

    private void Write(IReadOnlyList<Found<T>> found, ResourceId id)
    {
        foreach (var answer in found)
        {
            if (answer.Error is { } error)
            {
                Report(error, id.Input);
            }
            else
            {
                WriteFound(answer.Resource);
            }
        }
    }

    private void RefuseListParameters()
    {
        string[] given = [.. FilterQuery.Given(this), .. Paging.Given(MyInvocation)];
        if (given.Length > 0)
        {
            var (names, verb) = ($"-{string.Join(" and -", given)}", given.Length == 1 ? "narrows" : "narrow");
            ThrowTerminatingError(ErrorRecords.BadArgument($"{names} {verb} a list, but single resources were asked for by their ids.", given, $"Leave out {names}, or leave out the ids."));
        }
    }
}
