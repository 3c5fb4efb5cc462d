using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// Finds the ids of a filter that do not exist. The API's list says nothing of them: a mistyped one would look like an answer. What the
/// integration key may not read remains unchecked, and a verbose message says so.
/// </summary>
/// <param name="cmdlet">The cmdlet that has the filter.</param>
internal sealed class UnknownIds(SessionCmdlet cmdlet)
{
    /// <summary>Why there is no resource, for each input that is an id and has none.</summary>
    /// <param name="resource">The kind of resource.</param>
    /// <param name="given">The input.</param>
    public IReadOnlyList<(ResourceId Given, LuccaException Error)> Among(ResourceDescriptor resource, IReadOnlyList<ResourceId> given)
    {
        var typed = given.Where(one => IsTypedId(resource, one)).DistinctBy(one => one.Value.Trim(), StringComparer.Ordinal).ToList();
        try
        {
            // The names of departments are read anyway, for what comes. After a list without anything, one request is less.
            if (resource == Resources.Departments && given.Count > 1 && typed.Count > 0)
            {
                var known = cmdlet.Await(token => cmdlet.CurrentSession.Departments.KnownAsync(cmdlet.Client, token));
                typed.RemoveAll(one => known.Contains(one.Value.Trim()));
            }

            var failures = typed.Count == 0 ? [] : Failures(resource, [.. typed.Select(one => one.Value.Trim())]);
            return [.. typed.Zip(failures).Where(pair => IsUnknown(resource, pair.Second)).Select(pair => (pair.First, pair.Second!))];
        }
        catch (LuccaException failure)
        {
            SayUnchecked(resource, failure);
            return [];
        }
    }

    /// <summary>Why nobody has an e-mail address, for each that nobody has.</summary>
    /// <param name="addresses">The addresses.</param>
    public IReadOnlyList<(ResourceId Given, LuccaException Error)> Among(IEnumerable<string> addresses)
    {
        ResourceId[] typed = [.. addresses.Where(text => text is not "null").Select(ResourceId.Of)];
        try
        {
            var answers = typed.Length > 0 ? cmdlet.Resolver.Find(Resources.Employees, typed) : [];
            return
            [
                .. typed.Zip(answers)
                    .Where(pair => pair.Second.Error?.Kind == LuccaErrorKind.NotFound)
                    .Select(pair => (pair.First, pair.Second.Error!)),
            ];
        }
        catch (LuccaException failure)
        {
            SayUnchecked(Resources.Employees, failure);
            return [];
        }
    }

    /// <summary>An object was there when it was brought, a name when it was looked up, and <c>null</c> means those without one.</summary>
    private static bool IsTypedId(ResourceDescriptor resource, ResourceId given) =>
        given is { Input: not OpenObject, Id: not null }
        && given.Value.Trim() is not "null" and var id
        && (!given.IsText || NameLookup.IsId(resource, id));

    private IReadOnlyList<LuccaException?> Failures(ResourceDescriptor resource, string[] ids) =>
        cmdlet.Await(token => resource.FailuresAsync(cmdlet.Client, ids, token));

    private bool IsUnknown(ResourceDescriptor resource, LuccaException? failure)
    {
        if (failure is null or { Kind: LuccaErrorKind.NotFound })
        {
            return failure is not null;
        }

        SayUnchecked(resource, failure);
        return false;
    }

    /// <summary>The list itself may be answered, so that this is no failure of the command.</summary>
    private void SayUnchecked(ResourceDescriptor resource, LuccaException failure) => cmdlet.WriteVerbose(
        $"Could not check whether each {resource.Label} of the filter exists: {failure.Message}");
}
