using System.Globalization;

namespace Lucca.PowerShell.Display;

/// <summary>How far a run of many items is, in words: how many of how many, and when it will end.</summary>
internal static class RunStatus
{
    /// <summary>The status line of a run.</summary>
    /// <param name="done">How many items are done.</param>
    /// <param name="total">How many there are; null when unknown.</param>
    /// <param name="end">When the last will be done; null when unknown.</param>
    public static string Describe(long done, long? total, DateTimeOffset? end)
    {
        var count = total is { } all ? Text($"{done:N0} of {all:N0} done") : Text($"{done:N0} done");
        return end is { } time ? count + Text($", ends about {time:HH:mm}") : count;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
