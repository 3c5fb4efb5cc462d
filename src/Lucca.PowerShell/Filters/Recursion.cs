using Lucca.Api;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Filters;

/// <summary>What -Recurse means beside -Department and -Manager.</summary>
internal static class Recursion
{
    private const string Department = "Department";
    private const string Manager = "Manager";

    /// <summary>The ids of a parameter and those of what is below them.</summary>
    public static Task<IReadOnlyList<string>> WithBelowAsync(
        LuccaClient client, string parameter, string[] ids, CancellationToken cancellationToken) => parameter switch
    {
        Department => Branches.OfDepartmentsAsync(client, ids, cancellationToken),
        Manager => Branches.OfManagersAsync(client, ids, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<string>>(ids),
    };

    /// <summary>Why it means nothing; null when it does.</summary>
    /// <param name="bound">The parameters that a user gave.</param>
    /// <param name="hasInput">Whether departments may come by the pipeline.</param>
    public static BadArgumentException? Problem(IReadOnlyDictionary<string, object> bound, bool hasInput) =>
        hasInput || bound.ContainsKey(Department) || bound.ContainsKey(Manager)
            ? null
            : new BadArgumentException(
                "-Recurse needs -Department or -Manager.",
                null,
                "-Manager 405 -Recurse gets everybody below that person. Give a department or a manager, or omit -Recurse.");
}
