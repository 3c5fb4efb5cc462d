using Lucca.Http;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>Gathers objects of another kind, and gets the list of what refers to them, for as many as possible with one request.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="writeList">Writes the list of a query.</param>
internal sealed class RelatedInput(SessionCmdlet cmdlet, Action<QueryParameters> writeList)
{
    private readonly List<string> _ids = [];
    private (string Filter, LuccaSession Session)? _relation;

    /// <summary>Takes in an object.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="relation">The filter that it means, and the session that it came from.</param>
    /// <param name="batchSize">How many objects to gather at most.</param>
    public void Add(string id, (string Filter, LuccaSession Session) relation, int batchSize)
    {
        if (_relation != relation)
        {
            Flush();
        }

        _relation = relation;
        _ids.Add(id);

        // A window is one of the whole list, which is asked for in parts then, unless the API takes one value only.
        var atOnce = FilterQuery.AtOnce(cmdlet.GetType(), relation.Filter);
        var mayDivide = atOnce == 1 || cmdlet.IsBound("BatchSize") || !Paging.Given(cmdlet.MyInvocation).Any();
        if (_ids.Count >= Math.Min(atOnce, batchSize) && mayDivide)
        {
            Flush();
        }
    }

    /// <summary>Gets the list for what was gathered.</summary>
    public void Flush()
    {
        if (_ids.Count > 0 && _relation is var (filter, session))
        {
            cmdlet.WorkIn(session);
            string[] ids = [.. _ids];
            _ids.Clear();
            cmdlet.Attempt(ids.Length == 1 ? ids[0] : ids, () =>
            {
                var query = FilterQuery.Build(cmdlet, cmdlet.IdsOf, filter);
                query.Add(filter, ids);
                writeList(query);
            });
        }
    }
}
