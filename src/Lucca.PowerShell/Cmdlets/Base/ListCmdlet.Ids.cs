using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

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
        if (Options.IsConditional && !IsNarrowed)
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

    /// <summary>Whether filters narrow what is meant by ids: the API has to take both together.</summary>
    private bool IsNarrowed => Descriptor.HasIdFilter && FilterQuery.Given(this).Any();

    /// <summary>Asks for what was gathered, once a session, and writes it in the order in which it came.</summary>
    private void FlushIds()
    {
        (ResourceId Id, LuccaSession Session)[] batch = [.. _ids];
        _ids.Clear();
        if (IsNarrowed)
        {
            foreach (var ids in batch.GroupBy(one => one.Session, one => one.Id))
            {
                WorkIn(ids.Key);
                WriteNarrowed([.. ids]);
            }

            return;
        }

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
        Attempt(given.Select(one => one.Input).ToArray(), () =>
        {
            var named = Named(Descriptor, given, Options.Include);
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
        if (!_lookups.TryGetValue(CurrentSession, out var lookup))
        {
            _lookups.Add(CurrentSession, lookup = Source.Lookup(Options.Include));
        }

        var ids = meant.Where(one => one.Resource is null).Select(one => one.Id);
        var byId = new Queue<Found<T>>(ids.Chunk(IdLookup<T>.BatchSize).SelectMany(batch => Await(token => lookup.FindAsync(batch, token))));
        var found = meant.Select(one => one.Resource is T known ? new Found<T>(known, null) : byId.Dequeue()).ToList();
        ExpandAll(found.Select(answer => answer.Resource));
        return found;
    }

    private void WriteOne(ResourceId id)
    {
        Attempt(id.Input, () =>
        {
            var (meant, error) = Named(Descriptor, [id], Options.Include)[0];
            if (Options.IsConditional || meant is [{ Resource: null }])
            {
                foreach (var one in meant)
                {
                    Attempt(id.Input, () => WriteById(one.Id));
                }
            }
            else
            {
                Write(FindAll(meant), id);
            }

            if (error is not null)
            {
                Report(error, id.Input);
            }
        });
        Progress.ItemsDone++;
    }

    private void WriteById(string id)
    {
        var resource = Await(token => Source.GetAsync(id, Options, token));
        ExpandAll([resource]);
        WriteFound(resource);
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

    /// <summary>Those of a list who are meant: nobody else, and nobody twice.</summary>
    private void WriteNarrowed(ResourceId[] given) => Attempt(given.Length == 1 ? given[0].Input : given.Select(one => one.Input).ToArray(), () =>
    {
        var named = given.Zip(Named(Descriptor, given, CurrentSession.Names)).ToList();
        string[] ids = [.. named.SelectMany(pair => pair.Second.Ids).Distinct(StringComparer.Ordinal)];
        if (ids.Length > 0)
        {
            var query = FilterQuery.Build(this, IdsOf);
            query.Add("id", ids);
            WriteList(query);
        }

        foreach (var (one, answer) in named.Where(pair => pair.Second.Error is not null))
        {
            Report(answer.Error!, one.Input);
        }
    });

    private void RefuseListParameters()
    {
        if (IsNarrowed)
        {
            return;
        }

        string[] given = [.. FilterQuery.Given(this), .. Paging.Given(MyInvocation)];
        if (given.Length > 0)
        {
            var (names, verb) = ($"-{string.Join(" and -", given)}", given.Length == 1 ? "applies" : "apply");
            ThrowTerminatingError(ErrorRecords.BadArgument($"{names} {verb} to lists, not to ids.", given, $"Omit {names}, or omit the ids."));
        }
    }
}
