using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lucca;

/// <summary>A day of the year. It sorts by month and day, and equals its own text.</summary>
[SuppressMessage("Design", "CA1036", Justification = "Shells compare through IComparable; in C# == stays what it is for every class.")]
public sealed class BirthDay : OpenObject, IComparable
{
    /// <summary>The day of the month, 1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Reads a day, as shells do to compare it with text.</summary>
    /// <param name="text">Month and day as <c>MM-dd</c>.</param>
    /// <exception cref="FormatException">It is no day of the year.</exception>
    public static BirthDay Parse(string text)
    {
        // A leap year has all of them.
        var date = DateTime.ParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new BirthDay { Day = date.Day, Month = date.Month };
    }

    /// <summary>Month and day as <c>MM-dd</c>.</summary>
    public override string ToString() => $"{Month:00}-{Day:00}";

    /// <summary>Whether it is the same day.</summary>
    /// <param name="obj">Another one, or text such as <c>02-29</c>.</param>
    public override bool Equals(object? obj) => obj switch
    {
        BirthDay other => Month == other.Month && Day == other.Day,
        string text => text == ToString(),
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Month, Day);

    /// <summary>By month, then by day.</summary>
    /// <param name="obj">Another one, or text.</param>
    public int CompareTo(object? obj) => string.CompareOrdinal(ToString(), obj?.ToString());
}
