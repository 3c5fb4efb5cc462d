using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Events: read with the scope <c>events.readonly</c>, which has no twin for writing.</summary>
internal static class Events
{
    public static ResourceKind Kind { get; } = new("event", "events")
    {
        Rows = options => Person.All(options).Take(DemoEvent.Count(options)).Select(person => MakeRow(person, options)),
        Filters = [new ListFilter("status") { Values = ["scheduled", "delivered", "failed"], Max = 1 }],
        Links = [new("retry", "webhook-deliveries") { EndsWithId = false }],
    };

    /// <summary>An event that something has just caused.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="topic">What happened, such as <c>employee.created</c>.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="data">The resource just after the change.</param>
    /// <param name="status">The state of its delivery.</param>
    public static JsonObject Make(string id, string topic, string occurredAt, JsonObject data, string status) => Row.Of(
        "event",
        id,
        ("apiVersion", ApiVersion.Current),
        ("topic", topic),
        ("occurredAt", occurredAt),
        ("source", "/"),
        ("data", data),
        ("businessEstablishment", null),
        ("previousAttributes", null),
        ("$status", status));

    private static JsonObject MakeRow(Person person, TenantOptions options)
    {
        var topic = DemoEvent.Topic(person.Index);
        var (kind, id) = topic.Split('.')[0] switch
        {
            "employee" => (Employees.Kind, person.Id),
            "employment" => (Employments.Kind, person.EmploymentId),
            _ => (JobPositions.Kind, person.JobPositionId),
        };
        var data = kind.Rows(options).First(row => Row.IdOf(row) == id);
        var index = person.Index;
        var row = Make(DemoEvent.Id(index), topic, DemoEvent.OccurredAt(index, options), data, DemoEvent.Status(index));
        row["businessEstablishment"] = Row.Reference("business-establishment", Person.Text(person.Establishment));
        row["previousAttributes"] = topic switch
        {
            "employee.updated" => new JsonObject { ["employeeNumber"] = null },
            "job-position.updated" => new JsonObject { ["jobTitle"] = "Trainee" },
            _ => null,
        };
        return row;
    }
}
