using System.Globalization;
using Lucca.Emulator.Replies;

namespace Lucca.Emulator.Lists;

/// <summary>Dates of queries: <c>yyyy-MM-dd</c>, and nothing else.</summary>
internal static class Dates
{
    /// <summary>Checks a date and returns it as it came: in this form, text order is date order.</summary>
    public static string Check(string name, string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw Problem.Invalid(name, $"The value '{text}' is not a date such as 2024-11-01.");
}
