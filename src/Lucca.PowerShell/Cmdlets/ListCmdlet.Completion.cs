using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What completion asks of a list: the first page, or the first that a search finds.</content>
public abstract partial class ListCmdlet<T> : ICompletable
{
    /// <inheritdoc/>
    Type ICompletable.Model => typeof(T);

    /// <inheritdoc/>
    async Task<IReadOnlyList<Resource>> ICompletable.PageAsync(LuccaClient client, string? search, CancellationToken cancellationToken)
    {
        if (search is not null && !FilterQuery.CanSearch(GetType()))
        {
            return [];
        }

        var query = new QueryParameters();
        query.Add("search", search is null ? null : [search]);
        var pages = client.Of(Descriptor).PagesAsync(query, new ListWindow(First: (ulong)Descriptor.MaxPageSize), [], cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            return page.Items;
        }

        return [];
    }
}
