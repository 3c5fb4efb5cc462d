using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lucca.Emulator.Server.Faults;

/// <summary>Responses that are good JSON and do not tell the truth: pages of lists, and single objects.</summary>
internal static partial class PageFault
{
    /// <summary>Whether a kind is one of these.</summary>
    public static bool Has(FaultKind kind) =>
        kind is FaultKind.MalformedItem or FaultKind.WrongId or FaultKind.SelfLink or FaultKind.LastPage
        or FaultKind.MissingLinks or FaultKind.WrongTotal or FaultKind.Change;

    public static async Task RunAsync(Exchange exchange, Fault fault)
    {
        Change(exchange.Server.Tenant, fault);
        var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        if (fault.Kind is FaultKind.Change || answer.Status != 200)
        {
            await exchange.WriteAsync(answer);
            return;
        }

        await using (answer)
        {
            var body = JsonNode.Parse(await answer.ReadAsync(exchange.CancellationToken))!.AsObject();
            Falsify(exchange, fault, body);
            var bytes = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
            await exchange.WriteAsync(answer with { Body = new MemoryStream(bytes), Length = bytes.Length });
        }
    }

    private static void Falsify(Exchange exchange, Fault fault, JsonObject body)
    {
        // Of a single object, the object itself is the item.
        var item = body["items"] is JsonArray items ? items.ElementAtOrDefault(fault.Item)?.AsObject() : body;
        switch (fault.Kind)
        {
            case FaultKind.MalformedItem:
                item?["type"] = new JsonObject();
                break;
            case FaultKind.WrongId:
                item?["id"] = fault.Id;
                break;
            case FaultKind.MissingLinks:
                body.Remove("links");
                break;
            case FaultKind.WrongTotal:
                body["totalCount"] = fault.Total;
                break;
            case FaultKind.SelfLink:
                body["links"]?["next"] = new JsonObject { ["href"] = $"?page={PageOf(exchange.Target)}" };
                break;
            default:
                body["links"]?["next"] = null;
                break;
        }
    }

    /// <summary>Changes the tenant itself, as its users do while somebody reads a list.</summary>
    private static void Change(Tenant tenant, Fault fault)
    {
        if (fault.Delete?.Split('/') is [var path, var id])
        {
            tenant.Remove(path, id);
        }

        if (fault.Insert?.Split('/') is [var table, var newId])
        {
            tenant.Insert(table, newId);
        }
    }

    /// <summary>The cursor that a request has; the number of the first page where it has none.</summary>
    private static string PageOf(string target) => Cursor().Match(target) is { Success: true } match ? match.Groups[1].Value : "1";

    [GeneratedRegex("[?&]page=([^&]*)")]
    private static partial Regex Cursor();
}
