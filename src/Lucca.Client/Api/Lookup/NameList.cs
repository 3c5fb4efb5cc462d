using System.IO.Enumeration;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The names of one kind of resource. Finds the resource that a text means.</summary>
/// <param name="resource">The kind.</param>
/// <param name="all">The resources to search.</param>
public sealed class NameList(ResourceDescriptor resource, IReadOnlyList<NamedResource> all)
{
    private readonly Lazy<ILookup<string, NamedResource>> _byName = new(() =>
        all.SelectMany(one => one.Names.Select(name => (Name: NameSpelling.Normal(name), One: one)))
            .ToLookup(pair => pair.Name, pair => pair.One, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, NamedResource>> _byNumber = new(() =>
        all.Where(one => one.EmployeeNumber is not null).ToLookup(one => Unpadded(one.EmployeeNumber!), StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, NamedResource>> _byId = new(() =>
        all.Where(one => one.Id.Length > 0).DistinctBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(one => one.Id, StringComparer.Ordinal));

    private NamePaths Paths => field ??= new NamePaths(_byId.Value);

    /// <summary>The resources.</summary>
    public IReadOnlyList<NamedResource> All => all;

    /// <summary>The problem of a malformed item whose name is unknown, so that it may have any name; null for none.</summary>
    internal LuccaException? Hidden => all.FirstOrDefault(one => one.HidesName)?.Problem;

    /// <summary>Whether a text has wildcards.</summary>
    internal static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Whether two employee numbers are the same: spreadsheets drop leading zeros.</summary>
    internal static bool IsSameNumber(string one, string other) => Unpadded(one) == Unpadded(other);

    private static string Unpadded(string number) => NameSpelling.Normal(number).TrimStart('0');

    /// <summary>
    /// What a text means: first an id, then a name or a path of departments' names, in its exact spelling or in another one, then a
    /// pattern.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="withNearest">Whether an error suggests similar names.</param>
    /// <param name="cancellationToken">Cancels the search for that.</param>
    internal NameAnswer Find(string text, bool withNearest, CancellationToken cancellationToken)
    {
        if (_byId.Value.TryGetValue(text, out var byId))
        {
            return new NameAnswer([byId], null);
        }

        var typed = NameSpelling.Normal(text);
        NamedResource[] found = [.. _byName.Value[typed].Distinct()];
        var isPath = NamePaths.MayBe(text) && resource.Model == typeof(Department);
        if (isPath)
        {
            // A name may hold a slash as well: then both are meant.
            found = [.. found.Union(Known(one => Paths.IsAt(one, typed)))];
        }

        if (found.Length == 0 && IsPattern(text))
        {
            found = [.. all.Where(one => FileSystemName.MatchesSimpleExpression(typed, NameSpelling.Normal(one.Name)))];
            found = isPath
                ? [.. found.Union(Known(one => FileSystemName.MatchesSimpleExpression(typed, NameSpelling.Normal(Paths.Of(one)))))]
                : found;
            return found.Length > 0 || Hidden is not null
                ? new NameAnswer(found, Hidden)
                : NotFound($"There is no {resource.Label} with a name like '{text}', or the integration key cannot see it.");
        }

        IEnumerable<string> Names(NamedResource one) => isPath ? [.. one.Names, Paths.Of(one)] : one.Names;
        NamedResource[] exact = [.. found.Where(one => Names(one).Contains(text, StringComparer.Ordinal))];
        return Only(exact.Length > 0 ? exact : found, text, Names, withNearest, cancellationToken);

        IEnumerable<NamedResource> Known(Func<NamedResource, bool> isMeant) => all.Where(one =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return one.Problem is null && isMeant(one);
        });
    }

    /// <summary>That an id is none of the list, with similar ids and names.</summary>
    internal LuccaException FindId(string id, CancellationToken cancellationToken) =>
        Only([], id, one => [one.Id, .. one.Names], withNearest: true, cancellationToken).Error!;

    /// <summary>The employee with a number. PowerShell and spreadsheets drop leading zeros, so a text without them means any.</summary>
    /// <inheritdoc cref="Find"/>
    internal NameAnswer FindNumber(string text, bool withNearest, CancellationToken cancellationToken)
    {
        NamedResource[] found = [.. _byNumber.Value[Unpadded(text)]];
        NamedResource[] exact = [.. found.Where(one => NameSpelling.Normal(one.EmployeeNumber!) == NameSpelling.Normal(text))];
        var isPadded = Unpadded(text) != NameSpelling.Normal(text);
        return found.Length > 0
            ? Only(isPadded && exact.Length > 0 ? exact : found, text, one => [one.EmployeeNumber ?? ""], withNearest, cancellationToken)
            : NoNumber(text.Trim(), withNearest, cancellationToken);
    }

    /// <summary>Any two numbers of digits are similar, so that those are not suggested.</summary>
    private NameAnswer NoNumber(string text, bool withNearest, CancellationToken cancellationToken)
    {
        var nearest = withNearest && !text.All(char.IsAsciiDigit)
            ? Suggest(text, "Employees with similar numbers", one => [one.EmployeeNumber ?? ""], cancellationToken)
            : "";
        return NotFound($"There is no {resource.Label} with the number '{text}', or the integration key cannot see it.{nearest}");
    }

    private NameAnswer Only(
        NamedResource[] found,
        string text,
        Func<NamedResource, IEnumerable<string>> names,
        bool withNearest,
        CancellationToken cancellationToken)
    {
        switch (found)
        {
            case []:
                var nearest = withNearest
                    ? Suggest(
                        text,
                        resource.Model == typeof(Employee) ? "Employees with similar names" : "Similar names",
                        names,
                        cancellationToken)
                    : "";
                return NotFound($"There is no {resource.Label} '{text}', or the integration key cannot see it.{nearest}");
            case [{ Id: "" } malformed]:
                return new NameAnswer([], malformed.Problem);
            case [_]:
                return new NameAnswer(found, null);
            default:
                var ids = string.Join(", ", found.Select(one => one.Id.Length > 0 ? one.Id + PathHint(one) : "one without an id"));
                var paths = found.Where(one => one.ParentId is not null).Select(Paths.Of).Distinct(StringComparer.Ordinal).Count();
                return new NameAnswer([], new LuccaException(
                    LuccaErrorKind.BadRequest,
                    $"'{text}' matches several {resource.PluralLabel}: {ids}. "
                    + $"Give one of these ids{(paths == found.Length ? " or paths" : "")}."));
        }
    }

    /// <summary>Where a department is, which tells it from another of the same name.</summary>
    private string PathHint(NamedResource one) => one.ParentId is null ? "" : $" ({Paths.Of(one)})";

    private static NameAnswer NotFound(string message) => new([], new LuccaException(LuccaErrorKind.NotFound, message));

    /// <summary>The nearest names. Employees appear by id only: anyone may read an error, and names are personal data.</summary>
    private string Suggest(
        string text, string what, Func<NamedResource, IEnumerable<string>> names, CancellationToken cancellationToken)
    {
        var near = NearestNames.Of(text, all, names, cancellationToken)
            .Select(one => resource.Model == typeof(Employee) ? one.Id
                : $"'{(NamePaths.MayBe(text) ? Paths.Of(one) : one.Name)}' ({one.Id})").ToList();
        return near.Count == 0 ? "" : $" {what}: {string.Join(", ", near)}.";
    }
}
