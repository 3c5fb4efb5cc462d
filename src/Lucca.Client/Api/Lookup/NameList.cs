using System.IO.Enumeration;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The names of one kind of resource, and what a text means among them.</summary>
/// <param name="resource">The kind.</param>
/// <param name="all">The resources, or those of them among which a text is looked for.</param>
public sealed class NameList(ResourceDescriptor resource, IReadOnlyList<NamedResource> all)
{
    private readonly Lazy<ILookup<string, NamedResource>> _byName = new(() =>
        all.SelectMany(one => one.Names.Select(name => (Name: NameSpelling.Normal(name), One: one))).ToLookup(pair => pair.Name, pair => pair.One, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, NamedResource>> _byNumber = new(() =>
        all.Where(one => one.EmployeeNumber is not null).ToLookup(one => Unpadded(one.EmployeeNumber!), StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, NamedResource>> _byId = new(() =>
        all.Where(one => one.Id.Length > 0).DistinctBy(one => one.Id, StringComparer.Ordinal).ToDictionary(one => one.Id, StringComparer.Ordinal));

    /// <summary>The resources.</summary>
    public IReadOnlyList<NamedResource> All => all;

    /// <summary>Why a name proves nothing: a malformed record that hides its own; null where there is none.</summary>
    internal LuccaException? Hidden => all.FirstOrDefault(one => one.HidesName)?.Problem;

    /// <summary>Whether a text stands for any name of a form.</summary>
    internal static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    private static string Unpadded(string number) => NameSpelling.Normal(number).TrimStart('0');

    /// <summary>What a text means: an id wins over a name, a name over a pattern, and the exact spelling over another one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="withNearest">Whether an error names what was probably meant.</param>
    /// <param name="cancellationToken">Ends the search for that.</param>
    internal NameAnswer Find(string text, bool withNearest, CancellationToken cancellationToken)
    {
        if (_byId.Value.TryGetValue(text, out var byId))
        {
            return new NameAnswer([byId], null);
        }

        NamedResource[] found = [.. _byName.Value[NameSpelling.Normal(text)].Distinct()];
        if (found.Length == 0 && IsPattern(text))
        {
            found = [.. all.Where(one => FileSystemName.MatchesSimpleExpression(NameSpelling.Normal(text), NameSpelling.Normal(one.Name)))];
            return found.Length > 0 || Hidden is not null ? new NameAnswer(found, Hidden) : NotFound($"There is no {resource.Name} with a name like '{text}', or the integration key cannot see it.");
        }

        NamedResource[] exact = [.. found.Where(one => one.Names.Contains(text, StringComparer.Ordinal))];
        return Only(exact.Length > 0 ? exact : found, text, one => one.Names, withNearest, cancellationToken);
    }

    /// <summary>Whose employee number a text is. PowerShell and spreadsheets drop leading zeros, so that without them any number of them is meant.</summary>
    /// <inheritdoc cref="Find"/>
    internal NameAnswer FindNumber(string text, bool withNearest, CancellationToken cancellationToken)
    {
        NamedResource[] found = [.. _byNumber.Value[Unpadded(text)]];
        NamedResource[] exact = [.. found.Where(one => NameSpelling.Normal(one.EmployeeNumber!) == NameSpelling.Normal(text))];
        var isPadded = Unpadded(text) != NameSpelling.Normal(text);
        return Only(isPadded && exact.Length > 0 ? exact : found, text, one => [one.EmployeeNumber ?? ""], withNearest, cancellationToken);
    }

    private NameAnswer Only(NamedResource[] found, string text, Func<NamedResource, IEnumerable<string>> names, bool withNearest, CancellationToken cancellationToken) => found switch
    {
        [] => NotFound($"There is no {resource.Name} '{text}', or the integration key cannot see it.{(withNearest ? Offer(text, names, cancellationToken) : "")}"),
        [{ Id: "" } malformed] => new NameAnswer([], malformed.Problem),
        [_] => new NameAnswer(found, null),
        _ => new NameAnswer([], new LuccaException(
            LuccaErrorKind.BadRequest,
            $"'{text}' matches several {resource.Path}: {string.Join(", ", found.Select(one => one.Id.Length > 0 ? one.Id : "one without an id"))}. Give one of these ids.")),
    };

    private static NameAnswer NotFound(string message) => new([], new LuccaException(LuccaErrorKind.NotFound, message));

    /// <summary>The nearest names. People are offered by their ids alone: an error may be read by anyone.</summary>
    private string Offer(string text, Func<NamedResource, IEnumerable<string>> names, CancellationToken cancellationToken)
    {
        var near = NearestNames.Of(text, all, names, cancellationToken)
            .Select(one => resource.Model == typeof(Employee) ? one.Id : $"'{one.Name}' ({one.Id})").ToList();
        return near.Count == 0 ? "" : $" Similar names: {string.Join(", ", near)}.";
    }
}
