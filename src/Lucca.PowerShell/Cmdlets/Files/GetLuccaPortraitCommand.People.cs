using Lucca.Api;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Employees by name, number or address, and rows of them: found together, before their pictures.</content>
public sealed partial class GetLuccaPortraitCommand
{
    private readonly List<(ResourceId Name, LuccaSession Session)> _names = [];

    private void Gather(ResourceId name)
    {
        if (_names is [var (_, session), ..] && session != CurrentSession)
        {
            var next = CurrentSession;
            FlushNames();
            WorkIn(next);
        }

        _names.Add((name, CurrentSession));
        if (_names.Count == IdLookup<Employee>.BatchSize)
        {
            FlushNames();
        }
    }

    /// <summary>Finds the employees of the names that were gathered together, and gets their pictures one by one.</summary>
    private void FlushNames()
    {
        if (_names is not [var (_, session), ..])
        {
            return;
        }

        var current = CurrentSession;
        WorkIn(session);
        ResourceId[] given = [.. _names.Select(name => name.Name)];
        _names.Clear();
        IReadOnlyList<NameAnswer> answers = [];
        var people = new Dictionary<string, Found<Employee>>(StringComparer.Ordinal);
        Attempt(given.Length == 1 ? given[0].Input : given.Select(one => one.Input).ToArray(), () =>
        {
            var named = Resolver.FindResources(Resources.Employees, given, include: []);
            string[] ids = [.. given.Where(one => one.IsReducedEmployee).Select(one => one.Value).Distinct()];
            var found = ids.Length == 0 ? [] : Await(token => Client.Of(Resources.Employees).Lookup([]).FindAsync(ids, token));
            people = ids.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            answers = named;
        });
        foreach (var (one, answer) in given.Zip(answers))
        {
            foreach (var employee in answer.Found)
            {
                var (person, problem) = people.GetValueOrDefault(employee.Id) ?? new(employee.Resource as Employee, employee.Problem);
                Fetch(employee with { Resource = person, Problem = problem }, one);
            }

            if (answer.Error is { } error)
            {
                Report(error, one.Input);
            }
        }

        WorkIn(current);
    }

    private void Fetch(NamedResource meant, ResourceId name)
    {
        if (meant.Resource is Employee employee && name.Contradiction(employee) is { } contradiction)
        {
            WriteContradiction(name, contradiction);
        }
        else if (meant.Resource is Employee person)
        {
            Fetch(person);
        }
        else
        {
            Report(meant.Problem!, name.Input);
        }
    }
}
