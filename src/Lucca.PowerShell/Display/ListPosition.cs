using System.Runtime.CompilerServices;

namespace Lucca.PowerShell.Display;

/// <summary>Where an object stood in the list that brought it: so that a command further down the pipeline can say how far it is.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Total">How many the list has.</param>
internal sealed record ListPosition(long Number, long Total)
{
    private static readonly ConditionalWeakTable<object, ListPosition> Known = [];

    /// <summary>An object's position; null when it came from no list, or the list did not say how long it is.</summary>
    public static ListPosition? Of(object? item) => item is not null && Known.TryGetValue(item, out var position) ? position : null;

    /// <summary>Remembers an object's position for as long as the object is in use.</summary>
    public static void Set(object item, ListPosition position) => Known.AddOrUpdate(item, position);
}
