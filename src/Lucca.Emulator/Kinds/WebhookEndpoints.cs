using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Webhook endpoints.</summary>
internal static class WebhookEndpoints
{
    public static IReadOnlyList<string> Statuses { get; } = ["active", "suspended", "inactive"];

    public static ResourceKind Kind { get; } = new("webhook-endpoint", "webhook-endpoints")
    {
        Rows = _ =>
        [
            MakeRow(1, "Directory synchronisation", "https://hooks.example.com/directory", ["employee.created"], "active"),
            MakeRow(2, "Lohnabrechnung", "https://lohn.example.com/lucca", ["employment.created", "job-position.updated"], "suspended"),
            MakeRow(3, "Essai", "https://essai.example.com/", ["ping"], "inactive"),
        ],
        Filters = [new ListFilter("status") { Values = Statuses }, new ListFilter("application.id") { Max = 1 }],
    };

    private static JsonObject MakeRow(int id, string name, string url, string[] topics, string status) => Row.Of(
        "webhook-endpoint",
        Person.Text(id),
        ("name", name),
        ("apiVersion", ApiVersion.Current),
        ("webhookUrl", url),
        ("topics", new JsonArray([.. topics.Select(topic => (JsonNode)topic)])),
        ("businessEstablishments", id == 2 ? new JsonArray(Row.Reference("business-establishment", "3")) : null),
        ("status", status),
        ("$application", new JsonObject { ["id"] = id == 1 ? "directory-sync" : "payroll" }),
        ("createdAt", Timestamp.Created(id)),
        ("lastUpdatedAt", Timestamp.Updated(id)));
}
