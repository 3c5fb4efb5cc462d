using System.Management.Automation;
using Lucca.Api;

namespace Lucca.PowerShell.Filters;

/// <summary>Reads -First, -Skip and -IncludeTotalCount.</summary>
internal static class Paging
{
    private static readonly string[] Names = ["First", "Skip", "IncludeTotalCount"];

    /// <summary>
    /// The part of a list that is wanted still, when a part was written already: more than a hundred objects from the pipeline are more
    /// than one list.
    /// </summary>
    public static ListWindow Window(PagingParameters parameters, ulong written) => new(
        parameters.Skip,
        parameters.First == ulong.MaxValue ? null : parameters.First - Math.Min(written, parameters.First),
        parameters.IncludeTotalCount);

    /// <summary>The total as PowerShell shows it: exact, or unknown when the server did not say.</summary>
    public static PSObject Total(PagingParameters parameters, long? total) =>
        total is { } known ? parameters.NewTotalCount((ulong)known, 1.0) : parameters.NewTotalCount(0, 0.0);

    /// <summary>The names of those that a user gave.</summary>
    public static IEnumerable<string> Given(InvocationInfo invocation) => Names.Where(invocation.BoundParameters.ContainsKey);
}
