using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Reading lists, and writing what came.</content>
public abstract partial class ListCmdlet<T>
{
    /// <summary>Does what the cmdlet is for when no ids were given: it emits the list.</summary>
    private protected virtual void WriteUnasked()
    {
        WriteList(FilterQuery.Build(this, IdsOf));
        if (_listed == 0 && !Options.IsConditional && Paging.Window(PagingParameters, 0) is { Skip: 0, First: not 0 })
        {
            new EmptyList(this).EndIfUnknown();
        }
    }

    /// <summary>An object as the command emits it.</summary>
    private protected virtual object View(T resource) => ResourceView.Of(resource);

    /// <summary>Lets the items of a page remember how their list is read.</summary>
    /// <param name="items">The items.</param>
    /// <param name="query">The filters and the order; the same object for all pages of a list.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="total">How many items the list has, with its first page; null when that is not known.</param>
    private protected virtual void Remember(IReadOnlyList<T> items, QueryParameters query, ListWindow window, long? total)
    {
    }

    /// <summary>Writes what an id brought; null when it has not changed.</summary>
    internal void WriteFound(T? resource)
    {
        if (resource is null)
        {
            WriteVerbose($"The {Descriptor.Label} was not modified since that ETag.");
        }
        else
        {
            WriteOmitted(resource.Omitted);
            WriteObject(View(resource));
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

    /// <summary>Completes the query with what has to be asked for first.</summary>
    /// <returns>False when nothing can be found.</returns>
    private protected virtual bool TryNarrow(QueryParameters query) => true;

    /// <summary>Pages with what was asked for besides the objects themselves.</summary>
    private protected virtual IAsyncEnumerable<Page<T>> Expanded(IAsyncEnumerable<Page<T>> pages)
    {
        var expanded = References.Expand(pages);
        return Departments?.Name(expanded) ?? expanded;
    }

    /// <summary>Brings what was asked for besides the objects themselves, which came together.</summary>
    internal virtual void ExpandAll(IEnumerable<T?> resources)
    {
        T?[] all = [.. resources];
        References.Expand(all);
        Departments?.Name(all);
    }

    /// <summary>Reports what could not be had for objects.</summary>
    private protected virtual void WriteMissed()
    {
        References.WriteMissed();
        Departments?.WriteUnnamed();
    }

    private void WriteList(QueryParameters query) => WriteList(query, static _ => []);

    /// <returns>The ids that came, in their normal spelling; null when no list was wanted, or it has not changed.</returns>
    private HashSet<string>? WriteList(QueryParameters query, Func<string, ResourceId[]> meantBy)
    {
        Resolver.CheckAddresses();
        var came = new HashSet<string>(StringComparer.Ordinal);
        var window = Paging.Window(PagingParameters, _listed);
        var owesTotal = window.WithTotal;
        if (!TryNarrow(query))
        {
            WriteObject(owesTotal ? new object[] { Paging.Total(PagingParameters, 0) } : [], enumerateCollection: true);
            return window.First == 0 ? null : came;
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
            WriteObject(items.Where(item => IsMeant(item, meantBy(item.Id))).Select(View), enumerateCollection: true);
            malformed.ForEach(item => Report(item.ToError(), item.Id));
            string[] ids = [.. items.Select(item => item.Id), .. malformed.Select(item => item.Id).OfType<string>()];
            came.UnionWith(ids.Select(IdSpelling.Normal));
            _listed += (ulong)items.Count;
            Progress.ItemsDone += items.Count;
            return true;
        });
        if (!isModified)
        {
            WriteVerbose("Not modified since that ETag.");
        }

        return isModified && window.First != 0 ? came : null;
    }
}
