using System.Net;
using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Writes;

/// <summary>
/// <c>POST /departments</c> and <c>PATCH /departments/{id}</c>. The API's site says that departments can be written; verbs and
/// bodies are not published, so these are the emulator's guess.
/// </summary>
internal static class WriteDepartment
{
    public static async Task<HttpResponseMessage> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var fields = new BodyFields(call, await JsonBody.ReadAsync(call, cancellationToken).ConfigureAwait(false));
        var name = fields.Text("name", 255);
        var row = call.Tenant.Tables["departments"].Add(id => Change(call, fields, Row.Of(
            "department",
            id,
            ("name", name),
            ("description", null),
            ("remoteId", null),
            ("isArchived", false),
            ("parent", null),
            ("level", 1),
            ("manager", null),
            ("sortOrder", 0),
            ("owningApplication", null))));
        return SingleReply.Of(call, row, HttpStatusCode.Created);
    }

    public static async Task<HttpResponseMessage> UpdateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var before = SingleReply.Find(call);
        if (before["owningApplication"] is { } owner)
        {
            throw Problem.Forbidden($"This department is managed by the application '{owner}'.");
        }

        if (Conditional.Check(call, EntityTag.Of(before)) is { } refusal)
        {
            return refusal;
        }

        var fields = new BodyFields(call, await JsonBody.ReadAsync(call, cancellationToken).ConfigureAwait(false));
        var row = call.Tenant.Tables["departments"].Replace(call.Id!, old => Change(call, fields, (JsonObject)old.DeepClone()));
        UpdateLevels(call);
        return SingleReply.Of(call, row, HttpStatusCode.OK);
    }

    /// <summary>Those below a department move with it.</summary>
    private static void UpdateLevels(ApiCall call)
    {
        var table = call.Tenant.Tables["departments"];
        foreach (var moved in table.Rows.Where(row => row["level"]!.GetValue<int>() != Level(call, row)))
        {
            table.Replace(moved["id"]!.GetValue<string>(), old => Change(call, new BodyFields(call, []), (JsonObject)old.DeepClone()));
        }
    }

    private static JsonObject Change(ApiCall call, BodyFields fields, JsonObject row)
    {
        Set(row, fields, "name", name => fields.Text(name, 255));
        Set(row, fields, "description", name => fields.TextOrNull(name));
        Set(row, fields, "remoteId", name => fields.TextOrNull(name, 255));
        Set(row, fields, "sortOrder", name => fields.Number(name));
        Set(row, fields, "manager", name => fields.Reference(name, "employee"));
        Set(row, fields, "parent", name => fields.Reference(name, "department"));
        row["level"] = Level(call, row);
        return row;
    }

    private static void Set(JsonObject row, BodyFields fields, string name, Func<string, JsonNode?> read)
    {
        if (fields.Has(name))
        {
            row[name] = read(name);
        }
    }

    /// <summary>One more than the parent's level; a department cannot be below itself.</summary>
    private static int Level(ApiCall call, JsonObject row)
    {
        var level = 1;
        for (var above = row; above["parent"]?["id"]?.GetValue<string>() is { } parent; level++)
        {
            above = parent == row["id"]!.GetValue<string>()
                ? throw Problem.Invalid("parent", "A department cannot be below itself.")
                : call.Tenant.Tables["departments"].Find(parent)!;
        }

        return level;
    }
}
