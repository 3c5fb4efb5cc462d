using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Turns names into ids. An id needs no request, a name one list. Employees are searched, up to a hundred e-mail addresses with one
/// request.
/// </summary>
/// <param name="client">The tenant.</param>
/// <param name="names">The names read from it.</param>
public sealed class NameLookup(LuccaClient client, NameMemory names)
{
    /// <summary>From this many employees on, the list costs less than a search for each.</summary>
    private const int WorthListing = 3;

    /// <summary>The most unknown names for which similar ones are suggested: each is compared with all names.</summary>
    private const int MaxSuggestions = 10;

    /// <summary>The word separators of the API's search (docs/api.md#filters).</summary>
    private static readonly char[] WordEnds = [' ', '-', '_', ',', '.'];

    private int _suggestions;

    /// <summary>
    /// Whether a write follows. Then a malformed item without a name is an error, since it may have the name in question, and no pattern
    /// means everything.
    /// </summary>
    public bool IsForWrite { get; init; }

    /// <summary>
    /// Whether a text is an id: digits, a GUID, <c>null</c>, or for an attribute's definition a path such as <c>employee.givenName</c>. Ids
    /// have no leading zeros; employee numbers may.
    /// </summary>
    /// <param name="resource">The kind of resource.</param>
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

    /// <summary>Whether a name can be given in place of an id: it does not look like one, nor like a pattern.</summary>
    /// <param name="resource">The kind of resource.</param>
    /// <param name="name">The name.</param>
    public static bool CanStandFor(ResourceDescriptor resource, string name) =>
        !string.IsNullOrWhiteSpace(name) && !IsId(resource, name) && !NameList.IsPattern(name);

    /// <summary>Finds what texts mean.</summary>
    /// <param name="resource">The kind of resource.</param>
    /// <param name="texts">Ids, names (in any case, without accents, or with wildcards), and for employees e-mail addresses.</param>
    /// <param name="cancellationToken">Cancels the calls and the search.</param>
    /// <returns>An answer for each text, in their order.</returns>
    /// <exception cref="LuccaException">The names could not be read.</exception>
    public async Task<IReadOnlyList<NameAnswer>> FindAsync(
        ResourceDescriptor resource, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(texts);
        texts = resource.HasNames ? [.. texts.Select(text => text.Trim())] : texts;
        var named = texts.Where(text => !IsId(resource, text) && !IsNumber(resource, text))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var byMail = await MailsAsync(resource, [.. named.Where(text => IsMail(resource, text))], cancellationToken).ConfigureAwait(false);
        var areMany = named.Count(text => !IsMail(resource, text)) >= WorthListing;
        var answers = new List<NameAnswer>();
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers.Add(
                IsId(resource, text) ? NameAnswer.Id(text)
                : IsForWrite && text.All(letter => letter is '*' or '?') ? Everything(resource, text)
                : IsNumber(resource, text) ? NoNumber(text)
                : IsMail(resource, text) ? await FindMailAsync(text).ConfigureAwait(false)
                : await FindAsync(resource, text, areMany, cancellationToken).ConfigureAwait(false));
        }

        return answers;

        Task<NameAnswer> FindMailAsync(string mail) =>
            OrNearAsync(Find(byMail, mail, cancellationToken), resource, mail, areMany: texts.Count >= WorthListing, cancellationToken);
    }

    /// <summary>Finds employees by number. The API cannot filter by it, so this reads the list.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="cancellationToken">Cancels the calls and the search.</param>
    /// <returns>An answer for each number, in their order.</returns>
    /// <exception cref="LuccaException">The list could not be read.</exception>
    public async Task<IReadOnlyList<NameAnswer>> FindNumbersAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var all = await names.ListAsync(client, Resources.Employees, [], ListWindow.All, cancellationToken).ConfigureAwait(false);
        return [.. numbers.Select(number => Counted(withNearest => all.FindNumber(number, withNearest, cancellationToken)))];
    }

    private static bool IsMail(ResourceDescriptor resource, string text) =>
        resource.Model == typeof(Employee) && text.Contains('@', StringComparison.Ordinal) && !NameList.IsPattern(text);

    /// <summary>Whether a text can only be an employee's number: a server might read it as another employee's id.</summary>
    private static bool IsNumber(ResourceDescriptor resource, string text) =>
        resource.Model == typeof(Employee) && text is ['0', ..] && text.All(char.IsAsciiDigit);

    /// <summary>A write must not mean everything where a variable in front of the star was empty.</summary>
    private static NameAnswer Everything(ResourceDescriptor resource, string text) => new([], new LuccaException(
        LuccaErrorKind.BadRequest,
        $"'{text}' means all {resource.PluralLabel}. To write all of them, pipe them to the command."));

    private static NameAnswer NoNumber(string text) => new([], new LuccaException(
        LuccaErrorKind.NotFound,
        $"There is no employee '{text}': ids have no leading zeros. Use Get-LuccaEmployee -EmployeeNumber to find an employee by number."));

    private async Task<NameList> MailsAsync(ResourceDescriptor resource, string[] mails, CancellationToken cancellationToken)
    {
        var found = new List<NamedResource>();

        // The filter is case-sensitive, users are not.
        var spellings = mails.SelectMany(mail => new[] { mail, mail.ToLowerInvariant() }).Distinct();
        foreach (var batch in spellings.Chunk(IdLookup<Employee>.BatchSize))
        {
            var query = new QueryParameters { { "email", batch } };
            found.AddRange((await names.ListAsync(client, resource, query, ListWindow.All, cancellationToken).ConfigureAwait(false)).All);
        }

        return new NameList(resource, [.. found.DistinctBy(one => one.Id)]);
    }

    private async Task<NameAnswer> FindAsync(ResourceDescriptor resource, string text, bool areMany, CancellationToken cancellationToken)
    {
        // The search does not find patterns.
        var canSearch = resource.Model == typeof(Employee) && !areMany && !NameList.IsPattern(text);
        var query = new QueryParameters();
        query.Add("search", canSearch ? [text] : null);
        var list = await names.ListAsync(client, resource, query, ListWindow.All, cancellationToken).ConfigureAwait(false);
        if (IsForWrite && list.Hidden is { } hidden)
        {
            return new NameAnswer([], hidden);
        }

        var found = Find(list, text, cancellationToken);
        return await OrNearAsync(found, resource, text, areMany: !canSearch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// When a search found nobody, searches by initials: the server may distinguish accents, and a name may be misspelled. Not for many
    /// names.
    /// </summary>
    private async Task<NameAnswer> OrNearAsync(
        NameAnswer found, ResourceDescriptor resource, string text, bool areMany, CancellationToken cancellationToken)
    {
        var words = text.Split('@')[0].Split(WordEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var search = string.Join(' ', words.Select(word => word[0]).Where(char.IsAsciiLetter));
        if (areMany || search.Length == 0 || found.Error?.Kind != LuccaErrorKind.NotFound)
        {
            return found;
        }

        var query = new QueryParameters { { "search", search } };
        var near = await names.ListAsync(client, resource, query, ListWindow.All, cancellationToken).ConfigureAwait(false);
        return Find(near, text, cancellationToken);
    }

    private NameAnswer Find(NameList list, string text, CancellationToken cancellationToken) =>
        Counted(withNearest => list.Find(text, withNearest, cancellationToken));

    private NameAnswer Counted(Func<bool, NameAnswer> find)
    {
        var answer = find(_suggestions < MaxSuggestions);
        _suggestions += answer.Error?.Kind == LuccaErrorKind.NotFound ? 1 : 0;
        return answer;
    }
}
