using System.Globalization;

namespace Lucca;

/// <summary>The order of references: by name, unnamed ones last; then by id, numbers by value; then by kind.</summary>
internal static class ReferenceOrder
{
    public static int Compare(Reference one, Reference other) =>
        First(
            string.IsNullOrEmpty(one.KnownName).CompareTo(string.IsNullOrEmpty(other.KnownName)),
            StringComparer.InvariantCultureIgnoreCase.Compare(one.KnownName, other.KnownName),
            Number(one).CompareTo(Number(other)),
            string.CompareOrdinal(one.Id, other.Id),
            string.CompareOrdinal(one.Kind, other.Kind));

    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
        {
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static long Number(Reference reference) =>
        long.TryParse(reference.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
}
