using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

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

    private ulong _listed;

    private protected sealed override bool NeedsInput => false;

    private ResourceClient<T> Source => Client.Of(Descriptor);

    /// <summary>Which of a list's items are wanted, for what the API cannot filter; null for all.</summary>
    private protected virtual Func<T, bool>? Keep => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Options.IsConditional && ParameterSetName is not (IdSet or ListSet))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"An entity tag stands for one page of a list, and -{ParameterSetName} needs all of it. Nothing was sent.", IfNoneMatch ?? IfMatch, "Leave out -IfNoneMatch and -IfMatch."));
        }
    }

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
    private protected virtual void WriteUnasked()
    {
        WriteList(FilterQuery.Build(this, IdsOf));
        if (_listed == 0 && !Options.IsConditional && Paging.Window(PagingParameters, 0) is { Skip: 0, First: not 0 })
        {
            ReportUnknownIds();
        }
    }

    /// <summary>Lets the items of a page remember how their list is read.</summary>
    /// <param name="items">The items.</param>
    /// <param name="query">The filters and the order; the same object for all pages of a list.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="total">How many items the list has, with its first page; null when that is not known.</param>
    private protected virtual void Remember(IReadOnlyList<T> items, QueryParameters query, ListWindow window, long? total)
    {
    }

    /// <summary>Completes the query with what has to be asked for first.</summary>
    /// <returns>False when nothing can be found.</returns>
    private protected virtual bool TryNarrow(QueryParameters query) => true;

    private void WriteList(QueryParameters query)
    {
        var window = Paging.Window(PagingParameters, _listed);
        var owesTotal = window.WithTotal;
        if (!TryNarrow(query))
        {
            WriteObject(owesTotal ? new object[] { Paging.Total(PagingParameters, 0) } : [], enumerateCollection: true);
            return;
        }

        var positions = new ListPositions(window);

        // The commands that follow can say how far they are only if they know how long the list is.
        var isFollowed = MyInvocation.PipelinePosition < MyInvocation.PipelineLength && window.First != 0;
        var pages = Source.PagesAsync(query, window, Options, Keep, StopToken);
        var isModified = !Options.IsConditional;
        ForEachPage(Expanded(pages), page =>
        {
            WriteMissed();
            isModified = true;
            if (owesTotal)
            {
                owesTotal = false;
                WriteObject(Paging.Total(PagingParameters, page.TotalCount));
            }

            List<MalformedItem> malformed = [];
            var items = page.Items(malformed.Add);
            positions.Assign(items, isFollowed ? page.TotalCount : null);
            Remember(items, query, window, page.TotalCount);
            WriteOmitted(page.Embedded?.Omitted);
            WriteObject(items.Select(View), enumerateCollection: true);
            malformed.ForEach(item => Report(item.ToError(), item.Id));
            _listed += (ulong)items.Count;
            Progress.ItemsDone += items.Count;
            return true;
        });
        if (!isModified)
        {
            WriteVerbose("Not modified: the list still has the ETag given.");
        }
    }

    /// <summary>Writes the pages as they come, as long as more are wanted.</summary>
    private protected void ForEachPage<TPage>(IAsyncEnumerable<TPage> pages, Func<TPage, bool> write)
    {
        var enumerator = pages.GetAsyncEnumerator(StopToken);
        try
        {
            while (Await(_ => enumerator.MoveNextAsync().AsTask()) && write(enumerator.Current))
            {
            }
        }
        catch (LuccaException broken)
        {
            broken.List ??= (Progress.ItemsDone, null);
            throw;
        }
        finally
        {
            Await(_ => enumerator.DisposeAsync().AsTask());
        }
    }
}
