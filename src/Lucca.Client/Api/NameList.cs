using System.IO.Enumeration;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Picks what a text means from what there is.</summary>
internal static class NameMatch
{
    /// <summary>Whether a text stands for any name of a form.</summary>
    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The ids that a text means: an id wins over a name, and a name over a pattern.</summary>
    public static NamedIds Find(ResourceDescriptor resource, string text, IReadOnlyList<NamedResource> all)
    {
        NamedResource[] found = [.. all.Where(one => one.Id == text)];
        found = found.Length > 0 ? found : [.. all.Where(one => one.IsCalled(text))];
        if (found.Length == 0 && IsPattern(text))
        {
            found = [.. all.Where(one => FileSystemName.MatchesSimpleExpression(text, one.Name))];
            return found.Length > 0 ? Ids(found) : new NamedIds([], new LuccaException(LuccaErrorKind.NotFound, $"There is no {resource.Name} with a name like '{text}', or the integration key may not see it."));
        }

        return found.Length switch
        {
            0 => new NamedIds([], new LuccaException(LuccaErrorKind.NotFound, $"There is no {resource.Name} '{text}', or the integration key may not see it.{Offer(resource, text, all)}")),
            1 => Ids(found),
            _ => new NamedIds([], new LuccaException(LuccaErrorKind.BadRequest, $"'{text}' means more than one {resource.Name}: {string.Join(", ", found.Select(one => one.Id))}. Give one of these ids.")),
        };
    }

    private static NamedIds Ids(NamedResource[] found) => new([.. found.Select(one => one.Id)], null);

    /// <summary>The nearest names. People are offered by their ids alone: an error may be read by anyone.</summary>
    private static string Offer(ResourceDescriptor resource, string text, IReadOnlyList<NamedResource> all)
    {
        var near = NearestNames.Of(text, all).Select(one => resource.Model == typeof(Employee) ? one.Id : $"'{one.Name}' ({one.Id})").ToList();
        return near.Count == 0 ? "" : $" The nearest: {string.Join(", ", near)}.";
    }
}
