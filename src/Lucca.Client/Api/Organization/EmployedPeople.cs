using System.Globalization;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Who had an employment on a day. Employees themselves tell of one employment only, which may be a later one.</summary>
public static class EmployedPeople
{
    /// <summary>The ids of the employees, each once.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="day">The day.</param>
    /// <param name="among">Ids of employees to look among; empty for all.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list of employments is not whole, or one of them does not say whose it is.</exception>
    public static async Task<IReadOnlyList<string>> OnAsync(
        LuccaClient client, DateOnly day, IReadOnlyList<string> among, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(among);
        var query = new QueryParameters { { "employee.id", [.. among] } };
        query.AddDay("start.date", "end.date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var people = new List<string>();
        var pages = client.Of(Resources.Employments).PagesAsync(query, ListWindow.All, [], cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            people.AddRange(page.Items(MalformedItemError.Throw).Select(PersonOf));
        }

        return [.. people.Distinct(StringComparer.Ordinal)];
    }

    private static string PersonOf(Employment employment) => employment.Employee?.Id
        ?? throw new LuccaException(LuccaErrorKind.BadReply, $"The employment '{employment.Id}' does not say whose it is: somebody would be missing.")
        {
            List = (0, null), // the list of people would not be whole
        };
}
