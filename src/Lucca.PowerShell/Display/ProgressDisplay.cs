using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using Lucca.Http;

namespace Lucca.PowerShell.Display;

/// <summary>
/// Shows how far a cmdlet is: nothing in its first second, then once a second. A transfer or a wait stands below the total when
/// several items are worked on.
/// </summary>
internal sealed class ProgressDisplay(Cmdlet cmdlet, string activity)
{
    private const int TotalId = 0x4C75;
    private const int DetailId = TotalId + 1;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long _last = Stopwatch.GetTimestamp();
    private bool _detailShown;
    private bool _totalShown;

    /// <summary>How many items are done.</summary>
    public int ItemsDone { get; set; }

    /// <summary>Shows the present state if it is time to.</summary>
    public void Update(CallNotes notes)
    {
        if (Stopwatch.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        if (ItemsDone > 0)
        {
            Write(new ProgressRecord(TotalId, activity, $"{ItemsDone} done"), ref _totalShown);
        }

        if (Describe(notes) is { } detail)
        {
            Write(detail, ref _detailShown);
        }
        else
        {
            End(DetailId, ref _detailShown);
        }
    }

    /// <summary>Takes everything off the screen.</summary>
    public void Complete()
    {
        End(DetailId, ref _detailShown);
        End(TotalId, ref _totalShown);
    }

    private ProgressRecord? Describe(CallNotes notes)
    {
        if (notes.Wait is { } wait)
        {
            return Detail($"Waiting for {wait.Reason}, up to {wait.Duration.TotalSeconds:0} s in all", percent: -1);
        }

        return notes.Transfer is { } transfer ? Detail($"{transfer.What}: {Size(transfer)}", Percent(transfer)) : null;
    }

    private ProgressRecord Detail(string status, int percent) => new(DetailId, activity, status)
    {
        ParentActivityId = _totalShown ? TotalId : -1,
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
            cmdlet.WriteProgress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
