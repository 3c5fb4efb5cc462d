using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using Lucca.Http;

namespace Lucca.PowerShell.Display;

/// <summary>
/// Shows how far a cmdlet is: nothing in its first second, then once a second. A transfer or a wait stands below the total when
/// several items are worked on.
/// </summary>
internal sealed class ProgressDisplay(Cmdlet cmdlet, InvocationInfo invocation)
{
    private const int FirstId = 0x4C75;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string _activity = invocation.MyCommand.Name;

    // The commands of one pipeline run by turns, and each has lines of its own.
    private readonly int _totalId = FirstId + (2 * invocation.PipelinePosition);
    private readonly int _detailId = FirstId + (2 * invocation.PipelinePosition) + 1;

    private long _last = Stopwatch.GetTimestamp();
    private bool _detailShown;
    private bool _totalShown;

    /// <summary>How many items are done.</summary>
    public int ItemsDone { get; set; }

    /// <summary>How many requests were made for them: an item may cost none.</summary>
    public int RequestsDone { get; set; }

    /// <summary>How many items there are; null when unknown.</summary>
    public int? Total { get; set; }

    /// <summary>Where the item in work stands in the list that it comes from; null when it comes from none.</summary>
    public ListPosition? Position { get; set; }

    /// <summary>Estimates the end; null for a command that makes no requests.</summary>
    public Forecast? Forecast { get; set; }

    /// <summary>How many places of the rate limit are taken now.</summary>
    public Func<int> PermitsTaken { get; set; } = static () => 0;

    /// <summary>Shows the present state if it is time to.</summary>
    public void Update(CallNotes notes)
    {
        if (Stopwatch.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        if (ItemsDone > 0 || Position is not null)
        {
            Write(DescribeTotal(), ref _totalShown);
        }

        if (Describe(notes) is { } detail)
        {
            Write(detail, ref _detailShown);
        }
        else
        {
            End(_detailId, ref _detailShown);
        }
    }

    /// <summary>Takes everything off the screen.</summary>
    public void Complete()
    {
        End(_detailId, ref _detailShown);
        End(_totalId, ref _totalShown);
    }

    /// <summary>What is skipped further up the pipeline counts as done: its place in the list is known.</summary>
    private ProgressRecord DescribeTotal()
    {
        var total = Position?.Total ?? Total;
        var done = Position is { } position ? position.Number - 1 : ItemsDone;
        var remaining = total is { } all ? Forecast?.Remaining(RequestsDone, all - done, PermitsTaken()) : null;
        return new ProgressRecord(_totalId, _activity, Status(done, total, DateTimeOffset.Now + remaining))
        {
            PercentComplete = total is > 0 and { } length ? (int)Math.Clamp(done * 100 / length, 0, 100) : -1,
            SecondsRemaining = remaining is { } time ? (int)Math.Min(time.TotalSeconds, int.MaxValue) : -1,
        };
    }

    private static string Status(long done, long? total, DateTimeOffset? end)
    {
        var count = total is { } all ? Text($"{done:N0} of {all:N0} done") : Text($"{done:N0} done");
        return end is { } time ? count + Text($", ends about {time:HH:mm}") : count;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private ProgressRecord? Describe(CallNotes notes)
    {
        if (notes.Wait is { } wait)
        {
            return Detail($"Waiting for {wait.Reason}, up to {wait.Duration.TotalSeconds:0} s in all", percent: -1);
        }

        return notes.Transfer is { } transfer ? Detail($"{transfer.What}: {Size(transfer)}", Percent(transfer)) : null;
    }

    private ProgressRecord Detail(string status, int percent) => new(_detailId, _activity, status)
    {
        ParentActivityId = _totalShown ? _totalId : -1,
        PercentComplete = percent,
    };

    private static int Percent(Transfer transfer) =>
        transfer.Length is > 0 and { } length ? (int)Math.Clamp(transfer.Bytes * 100 / length, 0, 100) : -1;

    private static string Size(Transfer transfer) =>
        transfer.Length is { } length ? $"{Megabytes(transfer.Bytes)} of {Megabytes(length)} MB" : $"{Megabytes(transfer.Bytes)} MB";

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    private void Write(ProgressRecord record, ref bool shown)
    {
        shown = true;
        cmdlet.WriteProgress(record);
    }

    private void End(int id, ref bool shown)
    {
        if (shown)
        {
            shown = false;
            cmdlet.WriteProgress(new ProgressRecord(id, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
