using Lucca.Http;

namespace Lucca.Api;

/// <summary>What is below departments and below managers. The API knows only the next step (docs/api.md#resources).</summary>
public static class Branches
{
    /// <summary>The departments and all below them. Costs the list of departments.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="departments">The ids of the departments.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list is not whole: whoever is in what is missing would be left out.</exception>
    public static async Task<IReadOnlyList<string>> OfDepartmentsAsync(
        LuccaClient client, IReadOnlyList<string> departments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(departments);
        var all = new List<Department>();
        await foreach (var page in client.Departments.PagesAsync([], ListWindow.All, [], cancellationToken).ConfigureAwait(false))
        {
            all.AddRange(page.Items(MalformedItemError.Throw));
        }

        var below = new DepartmentTree(all).NodesBelow(departments).Select(node => node.Id);
        return [.. departments.Union(below, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The managers and everybody below them. Each step down costs one request for every hundred people or values; nobody is asked
    /// about twice, so that a cycle ends.
    /// </summary>
    /// <param name="client">The tenant.</param>
    /// <param name="managers">The ids of the managers.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">A list is not whole.</exception>
    public static async Task<IReadOnlyList<string>> OfManagersAsync(
        LuccaClient client, IReadOnlyList<string> managers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(managers);
        var all = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] next = [.. managers.Where(seen.Add)];
        while (next.Length > 0)
        {
            all.AddRange(next);
            var query = new QueryParameters { { "applicableJobPosition.manager.id", next } };
            var found = new List<string>();
            await foreach (var page in client.Employees.PagesAsync(query, ListWindow.All, [], cancellationToken).ConfigureAwait(false))
            {
                found.AddRange(page.Items(MalformedItemError.Throw).Select(employee => employee.Id));
            }

            next = [.. found.Where(seen.Add)];
        }

        return all;
    }
}
