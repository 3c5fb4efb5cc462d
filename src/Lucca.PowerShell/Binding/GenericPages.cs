using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Binding;

/// <summary>Goes through a list without a model, by the same cursors as the other lists.</summary>
internal sealed class GenericPages(LuccaRequest list)
{
    /// <summary>The items of each page.</summary>
    /// <exception cref="LuccaException">The reply is no list, or its pages lead in a circle.</exception>
    public IEnumerable<object?> Pages(Func<LuccaRequest, object?> send)
    {
        var cursors = new Cursors();
        do
        {
            var page = send(list with { Query = QueryFor(cursors.Current) }) as PSObject ?? new PSObject();
            yield return page.Properties["items"]?.Value as object[]
                ?? throw new LuccaException(LuccaErrorKind.BadReply, "The reply is no list: it has no items. Leave out -FollowNextLink.");
            cursors.MoveNext(NextOf(page));
        }
        while (cursors.Current is not null);
    }

    private QueryParameters QueryFor(string? cursor)
    {
        var query = new QueryParameters();
        var include = new List<string> { "links" };
        foreach (var (name, value) in list.Query)
        {
            if (name == "include")
            {
                include.AddRange(value.Split(','));
            }
            else if (name != "page" || cursor is null)
            {
                query.Add(name, value.Split(','));
            }
        }

        query.Add("include", [.. include.Distinct(StringComparer.Ordinal)]);
        query.Add("page", cursor is null ? null : [cursor]);
        return query;
    }

    private static LinkUri? NextOf(PSObject page) =>
        (page.Properties["links"]?.Value as PSObject)?.Properties["next"]?.Value is PSObject next
            ? LinkArgumentAttribute.LinkOf(next.Properties["href"]?.Value)
            : null;
}
