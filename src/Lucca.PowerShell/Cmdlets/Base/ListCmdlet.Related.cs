using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What refers to objects of another kind that come by the pipeline, as many as possible with one request.</content>
public abstract partial class ListCmdlet<T>
{
    private readonly List<string> _relatedIds = [];
    private (string Name, LuccaSession Session)? _relation;

    private protected override bool TryProcessRelated(Resource other, bool isArgument)
    {
        if (isArgument || FilterQuery.NameFor(GetType(), other.GetType()) is not { } name)
        {
            return false;
        }

        var relation = (name, CurrentSession);
        FlushIds();
        if (_relation != relation)
        {
            FlushRelated();
        }

        _relation = relation;
        _relatedIds.Add(other.Id);

        // A window is one of the whole list, which is asked for in parts then, unless the API takes one value only.
        var atOnce = FilterQuery.AtOnce(GetType(), name);
        if (_relatedIds.Count >= Math.Min(atOnce, BatchSize) && (atOnce == 1 || MyInvocation.BoundParameters.ContainsKey(nameof(BatchSize)) || !Paging.Given(MyInvocation).Any()))
        {
            FlushRelated();
        }

        return true;
    }

    private void FlushRelated()
    {
        if (_relatedIds.Count > 0 && _relation is var (name, session))
        {
            WorkIn(session);
            string[] ids = [.. _relatedIds];
            _relatedIds.Clear();
            Attempt(ids.Length == 1 ? ids[0] : ids, () =>
            {
                var query = FilterQuery.Build(this, IdsOf, name);
                query.Add(name, WithBelow(FilterQuery.ParameterOf(GetType(), name), ids));
                WriteList(query);
            });
        }
    }
}
