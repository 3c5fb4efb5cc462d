using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary><c>POST /webhook-endpoints</c>, whose response alone holds the secret, and <c>PATCH /webhook-endpoints/{id}</c>.</summary>
internal static class WriteWebhookEndpoint
{
    private static readonly string[] Fields = ["name", "webhookUrl", "apiVersion", "topics", "businessEstablishments", "status"];

    public static async Task<HttpResponseMessage> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var fields = new BodyFields(call, await JsonBody.ReadAsync(call, cancellationToken).ConfigureAwait(false));
        var now = Timestamp.Text(call.Tenant.Options.TimeProvider.GetUtcNow());
        var row = call.Tenant.Tables[call.Kind.Path].Add(id => Row.Of(
            "webhook-endpoint",
            id,
            ("name", Read(fields, "name")),
            ("apiVersion", Read(fields, "apiVersion")),
            ("webhookUrl", Read(fields, "webhookUrl")),
            ("topics", Read(fields, "topics")),
            ("businessEstablishments", Read(fields, "businessEstablishments")),
            ("status", fields.Has("status") ? Read(fields, "status") : "inactive"),
            ("createdAt", now),
            ("lastUpdatedAt", now)));
        var shown = (JsonObject)row.DeepClone();
        shown["secret"] = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return SingleResponse.Of(call, shown, HttpStatusCode.Created);
    }

    public static async Task<HttpResponseMessage> UpdateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.CheckConditions(EntityTag.Of(SingleResponse.Find(call))) is { } refusal)
        {
            return refusal;
        }

        var fields = new BodyFields(call, await JsonBody.ReadAsync(call, cancellationToken).ConfigureAwait(false));
        var row = call.Tenant.Tables[call.Kind.Path].Replace(call.Id!, old =>
        {
            var changed = (JsonObject)old.DeepClone();
            foreach (var name in Fields.Where(fields.Has))
            {
                changed[name] = Read(fields, name);
            }

            changed["lastUpdatedAt"] = Timestamp.Text(call.Tenant.Options.TimeProvider.GetUtcNow());
            return changed;
        });
        return SingleResponse.Of(call, row, HttpStatusCode.OK);
    }

    private static JsonNode? Read(BodyFields fields, string name) => name switch
    {
        "topics" => fields.Texts(name),
        "businessEstablishments" => fields.References(name, "business-establishment"),
        "status" => fields.OneOf(name, WebhookEndpoints.Statuses),
        "apiVersion" => fields.OneOf(name, [ApiVersion.Current]),
        "webhookUrl" => Uri.TryCreate(fields.Text(name), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? fields.Text(name)
            : throw Problem.Invalid(name, "The webhookUrl field must be an https address."),
        _ => fields.Text(name),
    };
}
