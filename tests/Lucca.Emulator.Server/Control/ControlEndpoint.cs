using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca.Emulator.Server.Control;

/// <summary>
/// The addresses below <c>/_emulator</c>, by which tests in other processes do what others do on <see cref="EmulatorServer"/>:
/// <c>faults</c> (POST one or an array, DELETE), <c>requests</c> (GET, DELETE), <c>revoke</c> (POST), <c>tokens</c> (GET),
/// <c>tenant</c> (POST).
/// </summary>
internal static class ControlEndpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task AnswerAsync(EmulatorServer server, HttpContext context, PathString path)
    {
        try
        {
            await (($"{context.Request.Method} {path}") switch
            {
                "POST /faults" => DoAsync(context, async () => server.Faults.Add(await ReadFaultsAsync(context))),
                "DELETE /faults" => DoAsync(context, server.Faults.Clear),
                "GET /requests" => context.Response.WriteAsJsonAsync(server.Requests.ToList(), Json),
                "DELETE /requests" => DoAsync(context, server.Requests.Clear),
                "POST /revoke" => DoAsync(context, server.Tenant.RevokeTokens),
                "GET /tokens" => context.Response.WriteAsJsonAsync(server.Tenant.TokensIssued, Json),
                "POST /tenant" => DoAsync(context, async () => server.Tenant = new Tenant(await ReadAsync<TenantOptions>(context))),
                _ => Results.NotFound().ExecuteAsync(context),
            });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(exception.Message);
        }
    }

    private static Task DoAsync(HttpContext context, Action action) => DoAsync(context, () =>
    {
        action();
        return Task.CompletedTask;
    });

    private static async Task DoAsync(HttpContext context, Func<Task> action)
    {
        await action();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<Fault[]> ReadFaultsAsync(HttpContext context)
    {
        var element = await ReadAsync<JsonElement>(context);
        return element.ValueKind == JsonValueKind.Array ? element.Deserialize<Fault[]>(Json)! : [element.Deserialize<Fault>(Json)!];
    }

    private static async Task<T> ReadAsync<T>(HttpContext context)
        => await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Json, context.RequestAborted)
            ?? throw new JsonException("null is not expected.");
}
