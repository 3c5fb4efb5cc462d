using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Finds what people name, before anything is asked for by its id. An id needs no request; a name costs one list; employees are searched
/// for, up to a hundred e-mail addresses with one request.
/// </summary>
/// <param name="client">The tenant.</param>
/// <param name="names">The names known of it.</param>
public sealed class NameLookup(LuccaClient client, NameMemory names)
{
    /// <summary>From this many employees on, their list is worth more than a search for each.</summary>
    private const int WorthListing = 3;

    /// <summary>For how many texts that mean nothing the nearest names are looked for: each is compared with all that there is.</summary>
    private const int MostOffers = 10;

    /// <summary>Where the API's search sees the end of a word (docs/api.md#filters).</summary>
    private static readonly char[] WordEnds = [' ', '-', '_', ',', '.'];

    private int _offers;

    /// <summary>Whether a malformed record that hides its name is an error: for writes, since it may have the name that is looked for.</summary>
    public bool IsForWrite { get; init; }

    /// <summary>
    /// Whether a text is an id as it stands: digits, a GUID, the API's word for none, or for an attribute's definition a path such as
    /// <c>employee.givenName</c>. Ids have no leading zeros, as employee numbers have.
    /// </summary>
    /// <param name="resource">What the id would be of.</param>
    /// <param name="text">The text.</param>
    public static bool IsId(ResourceDescriptor resource, string text)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(text);
        return !resource.HasNames
            || text is "null"
            || (text is [not '0', ..] && text.All(char.IsAsciiDigit))
            || Guid.TryParse(text, out _)
            || (resource.IdPrefix is { } prefix && (text.StartsWith(prefix, StringComparison.Ordinal) || IsPath(text)));
    }

    private static bool IsPath(string text)
        => text.Split('.') is [{ Length: > 0 }, { Length: > 0 }] && text.All(letter => letter is '.' || char.IsAsciiLetterOrDigit(letter));

    /// <summary>Whether a name can be given in place of an id: it is neither taken for one nor for a pattern.</summary>
    /// <param name="resource">What it names.</param>
    /// <param name="name">The name.</param>
    public static bool CanStandFor(ResourceDescriptor resource, string name) =>
        !string.IsNullOrWhiteSpace(name) && !IsId(resource, name) && !NameList.IsPattern(name);

    /// <summary>Finds what texts mean.</summary>
    /// <param name="resource">What is named.</param>
    /// <param name="texts">Ids, names (in any case, with or without accents, or with <c>*</c> and <c>?</c>), and of employees e-mail addresses.</param>
    /// <param name="cancellationToken">Ends the calls and the search.</param>
    /// <returns>An answer for each text, in their order.</returns>
    /// <exception cref="LuccaException">The names could not be had.</exception>
    public async Task<IReadOnlyList<NameAnswer>> FindAsync(ResourceDescriptor resource, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(texts);
        texts = resource.HasNames ? [.. texts.Select(text => text.Trim())] : texts;
        var named = texts.Where(text => !IsId(resource, text) && !IsNumber(resource, text)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var byMail = await MailsAsync(resource, [.. named.Where(text => IsMail(resource, text))], cancellationToken).ConfigureAwait(false);
        var areMany = named.Count(text => !IsMail(resource, text)) >= WorthListing;
        var answers = new List<NameAnswer>();
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers.Add(
                IsId(resource, text) ? NameAnswer.Id(text)
                : IsNumber(resource, text) ? NoNumber(text)
                : IsMail(resource, text) ? await OrNearAsync(Find(byMail, text, cancellationToken), resource, text, areMany: texts.Count >= WorthListing, cancellationToken).ConfigureAwait(false)
                : await FindAsync(resource, text, areMany, cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }

    /// <summary>Finds the employees that numbers mean: the API cannot filter by them, so this costs the list.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="cancellationToken">Ends the calls and the search.</param>
    /// <returns>An answer for each number, in their order.</returns>
    /// <exception cref="LuccaException">The list could not be had.</exception>
    public async Task<IReadOnlyList<NameAnswer>> FindNumbersAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var all = await names.ListAsync(client, Resources.Employees, [], ListWindow.All, cancellationToken).ConfigureAwait(false);
        return [.. numbers.Select(number => Counted(withNearest => all.FindNumber(number, withNearest, cancellationToken)))];
    }

    private static bool IsMail(ResourceDescriptor resource, string text) =>
        resource.Model == typeof(Employee) && text.Contains('@', StringComparison.Ordinal) && !NameList.IsPattern(text);

    /// <summary>Whether a text can only be an employee's number, which many a server would take for the id of somebody else.</summary>
    private static bool IsNumber(ResourceDescriptor resource, string text) =>
        resource.Model == typeof(Employee) && text is ['0', ..] && text.All(char.IsAsciiDigit);

    private static NameAnswer NoNumber(string text) => new([], new LuccaException(
        LuccaErrorKind.NotFound,
        $"There is no employee '{text}': ids have no leading zeros. Use Get-LuccaEmployee -EmployeeNumber to find an employee by number."));

    private async Task<NameList> MailsAsync(ResourceDescriptor resource, string[] mails, CancellationToken cancellationToken)
    {
        var found = new List<NamedResource>();

        // The filter tells capitals from small letters, people do not.
        foreach (var batch in mails.SelectMany(mail => new[] { mail, mail.ToLowerInvariant() }).Distinct().Chunk(IdLookup<Employee>.BatchSize))
        {
            found.AddRange((await names.ListAsync(client, resource, new QueryParameters { { "email", batch } }, ListWindow.All, cancellationToken).ConfigureAwait(false)).All);
        }

        return new NameList(resource, [.. found.DistinctBy(one => one.Id)]);
    }

    private async Task<NameAnswer> FindAsync(ResourceDescriptor resource, string text, bool areMany, CancellationToken cancellationToken)
    {
        // A part of a name is nothing that a search would find.
        var canSearch = resource.Model == typeof(Employee) && !areMany && !NameList.IsPattern(text);
        var query = new QueryParameters();
        query.Add("search", canSearch ? [text] : null);
        var list = await names.ListAsync(client, resource, query, ListWindow.All, cancellationToken).ConfigureAwait(false);
        return IsForWrite && list.Hidden is { } hidden
            ? new NameAnswer([], hidden)
            : await OrNearAsync(Find(list, text, cancellationToken), resource, text, areMany: !canSearch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Where a search found nobody, who has the same initials: a server may tell accents apart, and a name may be misspelled. Not for each
    /// of many.
    /// </summary>
    private async Task<NameAnswer> OrNearAsync(NameAnswer found, ResourceDescriptor resource, string text, bool areMany, CancellationToken cancellationToken)
    {
        var initials = text.Split('@')[0].Split(WordEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word[..1]);
        var search = string.Join(' ', initials.Where(initial => char.IsAsciiLetter(initial[0])));
        if (areMany || search.Length == 0 || found.Error?.Kind != LuccaErrorKind.NotFound)
        {
            return found;
        }

        var near = await names.ListAsync(client, resource, new QueryParameters { { "search", search } }, ListWindow.All, cancellationToken).ConfigureAwait(false);
        return Find(near, text, cancellationToken);
    }

    private NameAnswer Find(NameList list, string text, CancellationToken cancellationToken) => Counted(withNearest => list.Find(text, withNearest, cancellationToken));

    private NameAnswer Counted(Func<bool, NameAnswer> find)
    {
        var answer = find(_offers < MostOffers);
        _offers += answer.Error?.Kind == LuccaErrorKind.NotFound ? 1 : 0;
        return answer;
    }
}
