namespace Lucca.Emulator;

/// <summary>The events of the demo data: one for each of the first people, one each second day up to yesterday.</summary>
internal static class DemoEvent
{
    private static readonly string[] Topics = ["employee.created", "employee.updated", "job-position.updated", "employment.created"];
    private static readonly string[] Statuses = ["delivered", "delivered", "failed", "scheduled"];

    public static int Count(TenantOptions options) => Math.Min(30, options.Employees);

    public static string Id(int index) => Person.Text(301 + index);

    public static string Topic(int index) => Topics[index % Topics.Length];

    /// <summary>The delivery state that the filter of events asks for.</summary>
    public static string Status(int index) => Statuses[index % Statuses.Length];

    public static string OccurredAt(int index, TenantOptions options)
        => Timestamp.Varied(Company.DayOf(options).AddDays(-1 - (2 * (Count(options) - 1 - index))), index);
}
