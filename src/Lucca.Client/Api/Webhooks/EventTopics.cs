using Lucca.Http;

namespace Lucca.Api;

/// <summary>The documented topics of events. The list is open: there may be others.</summary>
public static class EventTopics
{
    private static readonly string[] WithAllChanges =
    [
        "business-establishment", "calendar-event", "department", "employee", "employee-extension", "employment", "job-position",
        "job-qualification", "leave", "leave-request", "legal-entity", "occupation-category",
    ];

    private static readonly string[] Others =
    [
        "confirmation", "employee-personal-record.created", "employee-personal-record.updated", "leave-request-decision.created", "ping",
        "test.created",
    ];

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. WithAllChanges.SelectMany(subject => new[] { subject + ".created", subject + ".updated", subject + ".deleted" })
            .Concat(Others)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a topic is probably obsolete.</summary>
    /// <param name="topic">The topic, as the API spells it.</param>
    public static bool IsObsolete(string topic) => topic is not null && ApiScopes.IsObsolete(topic);

    /// <summary>A topic as the API spells it; unchanged when it is unknown.</summary>
    /// <param name="topic">The topic, in any case.</param>
    public static string Spelled(string topic) =>
        All.FirstOrDefault(known => known.Equals(topic, StringComparison.OrdinalIgnoreCase)) ?? topic;
}
