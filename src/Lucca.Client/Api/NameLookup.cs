using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Finds the ids of what people name, before anything is asked for by them. An id needs no request; a name costs one list, which is
/// kept for a minute; employees are searched for, up to a hundred e-mail addresses with one request.
/// </summary>
/// <param name="client">The tenant.</param>
/// <param name="names">The names known of it.</param>
public sealed class NameLookup(LuccaClient client, ResourceNames names)
{
    /// <summary>From this many employees on, their list is worth more than a search for each.</summary>
    private const int WorthListing = 3;

    /// <summary>Where the API's search sees the end of a word (lucca-resources 3.7), and where an e-mail address has one.</summary>
    private static readonly char[] WordEnds = [' ', '-', '_', ',', '.', '@'];

    /// <summary>
    /// Whether a text is an id as it stands: digits, a GUID, the API's word for none, or for an attribute's definition a path such as
    /// <c>employee.givenName</c>. Digits after a zero are an employee's number.
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
    public static bool CanStandFor(ResourceDescriptor resource, string name) => !string.IsNullOrWhiteSpace(name) && !IsId(resource, name) && !NameMatch.IsPattern(name);

    /// <summary>Finds the ids that texts mean.</summary>
    /// <param name="resource">What is named.</param>
    /// <param name="texts">Ids, names (in any case, or with <c>*</c> and <c>?</c>), and of employees e-mail addresses and numbers.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>An answer for each text, in their order.</returns>
    /// <exception cref="LuccaException">The names could not be had.</exception>
    public async Task<IReadOnlyList<NamedIds>> FindAsync(ResourceDescriptor resource, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var named = texts.Where(text => !IsId(resource, text)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var byMail = await MailsAsync(resource, [.. named.Where(text => IsMail(resource, text))], cancellationToken).ConfigureAwait(false);
        var areMany = named.Count(text => !IsMail(resource, text)) >= WorthListing;
        var answers = new List<NamedIds>();
        foreach (var text in texts)
        {
            answers.Add(
                IsId(resource, text) ? new NamedIds([text], null)
                : IsMail(resource, text) ? await OrNearAsync(NameMatch.Find(resource, text, byMail), resource, text, areMany: texts.Count >= WorthListing, cancellationToken).ConfigureAwait(false)
                : await FindAsync(resource, text, areMany, cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }

    private static bool IsMail(ResourceDescriptor resource, string text) => resource.Model == typeof(Employee) && text.Contains('@', StringComparison.Ordinal) && !NameMatch.IsPattern(text);

    private async Task<IReadOnlyList<NamedResource>> MailsAsync(ResourceDescriptor resource, string[] mails, CancellationToken cancellationToken)
    {
        var found = new List<NamedResource>();

        // The filter tells capitals from small letters, people do not.
        foreach (var batch in mails.SelectMany(mail => new[] { mail, mail.ToLowerInvariant() }).Distinct().Chunk(IdLookup<Employee>.BatchSize))
        {
            found.AddRange(await names.ListAsync(client, resource, new QueryParameters { { "email", batch } }, ListWindow.All, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private async Task<NamedIds> FindAsync(ResourceDescriptor resource, string text, bool areMany, CancellationToken cancellationToken)
    {
        // A part of a name or a number is nothing that a search would find.
        var canSearch = resource.Model == typeof(Employee) && !areMany && !NameMatch.IsPattern(text) && !text.Any(char.IsAsciiDigit);
        var query = new QueryParameters();
        query.Add("search", canSearch ? [text] : null);
        var found = NameMatch.Find(resource, text, await names.ListAsync(client, resource, query, ListWindow.All, cancellationToken).ConfigureAwait(false));
        return await OrNearAsync(found, resource, text, areMany: !canSearch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where a search found nobody, what the first word alone finds, to have something to offer; not for each of many.</summary>
    private async Task<NamedIds> OrNearAsync(NamedIds found, ResourceDescriptor resource, string text, bool areMany, CancellationToken cancellationToken)
    {
        if (areMany || found.Error?.Kind != LuccaErrorKind.NotFound)
        {
            return found;
        }

        var query = new QueryParameters { { "search", text.Split(WordEnds)[0] } };
        var near = await names.ListAsync(client, resource, query, new ListWindow(First: (ulong)resource.MaxPageSize), cancellationToken).ConfigureAwait(false);
        return NameMatch.Find(resource, text, near);
    }
}
