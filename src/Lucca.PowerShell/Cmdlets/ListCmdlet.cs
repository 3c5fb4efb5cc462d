using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// A cmdlet that gets one kind of resource: by ids, gathered so that many cost few requests, or as a list. A derived cmdlet names its
/// resource and declares its filters; everything else is here.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public abstract partial class ListCmdlet<T> : IdCmdlet<T>
    where T : Resource
{
    /// <summary>The parameter set of lists.</summary>
    protected const string ListSet = "List";

    private readonly List<(string Id, object? Input)> _ids = [];
    private readonly List<string> _relatedIds = [];
    private IdLookup<T>? _lookup;
    private string? _relation;
    private ulong _listed;

    private ResourceClient<T> Source => Client.Of(Descriptor);

    /// <summary>Asks for what was gathered, or for the list.</summary>
    protected override void EndProcessing()
    {
        FlushIds();
        FlushRelated();
        if (!HasInput)
        {
            Attempt(null, WriteUnasked);
        }

        base.EndProcessing();
    }

    /// <summary>Does what the cmdlet is for when no ids were given: it emits the list.</summary>
    private protected virtual void WriteUnasked() => WriteList(FilterQuery.Build(this));

    private protected override void ProcessId(string id, object? input)
    {
        RefuseListParameters();
        FlushRelated();
        if (Options.IsConditional)
        {
            WriteOne(id, input);
            return;
        }

        _ids.Add((id, input));
        if (_ids.Count == IdLookup<T>.BatchSize)
        {
            FlushIds();
        }
    }

    private protected override bool TryProcessRelated(Resource other)
    {
        if (FilterQuery.NameFor(GetType(), other.GetType()) is not { } relation)
        {
            return false;
        }

        FlushIds();
        if (_relation != relation || _relatedIds.Count == IdLookup<T>.BatchSize)
        {
            FlushRelated();
        }

        _relation = relation;
        _relatedIds.Add(other.Id);
        return true;
    }

    private void FlushIds()
    {
        if (_ids.Count == 0)
        {
            return;
        }

        (string Id, object? Input)[] batch = [.. _ids];
        _ids.Clear();
        if (batch is [var (id, input)])
        {
            WriteOne(id, input);
        }
        else
        {
            Attempt(batch.Select(item => item.Id).ToArray(), () => WriteAll(batch));
        }

        Progress.ItemsDone += batch.Length;
    }

    private void WriteOne(string id, object? input) => Attempt(input, () => WriteFound(Await(token => Source.GetAsync(id, Options, token))));

    private void WriteAll((string Id, object? Input)[] batch)
    {
        _lookup ??= Source.Lookup(Options.Include);
        var answers = Await(token => _lookup.FindAsync([.. batch.Select(item => item.Id)], token));
        foreach (var (item, answer) in batch.Zip(answers))
        {
            if (answer.Error is { } error)
            {
                Report(error, item.Input);
            }
            else
            {
                WriteFound(answer.Resource);
            }
        }
    }

    private void FlushRelated()
    {
        if (_relatedIds.Count > 0)
        {
            string[] ids = [.. _relatedIds];
            _relatedIds.Clear();
            Attempt(ids.Length == 1 ? ids[0] : ids, () =>
            {
                var query = FilterQuery.Build(this, _relation);
                query.Add(_relation!, ids);
                WriteList(query);
            });
        }
    }

    private void WriteList(QueryParameters query)
    {
        var window = Paging.Window(PagingParameters, _listed);
        var owesTotal = window.WithTotal;
        var positions = new ListPositions(window);

        // The commands that follow can say how far they are only if they know how long the list is.
        var isFollowed = MyInvocation.PipelinePosition < MyInvocation.PipelineLength && window.First != 0;
        var pages = Source.PagesAsync(query, window with { WithTotal = owesTotal || isFollowed }, Options.Include, StopToken);
        ForEachPage(pages, page =>
        {
            if (owesTotal)
            {
                owesTotal = false;
                WriteObject(Paging.Total(PagingParameters, page.TotalCount));
            }

            positions.Assign(page.Items, page.TotalCount);
            WriteObject(page.Items, enumerateCollection: true);
            _listed += (ulong)page.Items.Count;
            Progress.ItemsDone += page.Items.Count;
        });
    }

    private void ForEachPage(IAsyncEnumerable<Page<T>> pages, Action<Page<T>> write)
    {
        var enumerator = pages.GetAsyncEnumerator(StopToken);
        try
        {
            while (Await(_ => enumerator.MoveNextAsync().AsTask()))
            {
                write(enumerator.Current);
            }
        }
        finally
        {
            Await(_ => enumerator.DisposeAsync().AsTask());
        }
    }

    private void RefuseListParameters()
    {
        string[] given = [.. FilterQuery.Given(this), .. Paging.Given(MyInvocation)];
        if (given.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-{string.Join(", -", given)} belong to lists and mean nothing for ids.", given, "Leave them out, or leave out the ids."));
        }
    }
}
