using Lucca.Http;

namespace Lucca.PowerShell.Errors;

/// <summary>What to do when Lucca does not take an endpoint, or sends nothing to it: mostly the receiver is at fault.</summary>
internal static class WebhookAdvice
{
    /// <summary>After a change of an endpoint was refused.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="status">The status that was asked for; null for none.</param>
    public static string? ForWrite(LuccaException error, string? status) =>
        error.Kind == LuccaErrorKind.BadRequest && "active".Equals(status, StringComparison.OrdinalIgnoreCase)
            ? "Correct the arguments that the message names. Before an endpoint becomes active, Lucca calls its address with "
                + "?echo=… and expects that text back within 3 s: see Get-Help about_Lucca_Webhooks."
            : null;

    /// <summary>After a delivery to an endpoint that does not exist: its id may be that of an event.</summary>
    /// <param name="endpoint">The endpoint's id, as it was given.</param>
    public static string ForMissingEndpoint(string endpoint) =>
        $"Get-LuccaWebhookEndpoint lists the endpoints. If {endpoint} is the id of an event: Send-LuccaWebhookDelivery -Event {endpoint}.";

    /// <summary>After a delivery was refused.</summary>
    /// <param name="error">The failure.</param>
    public static string? ForDelivery(LuccaException error) =>
        error.Kind == LuccaErrorKind.BadRequest
            ? "Check with Get-LuccaWebhookEndpoint that the endpoint is active. "
                + "Lucca suspends an endpoint whose address keeps failing. To resume it: Set-LuccaWebhookEndpoint <id> -Status active."
            : null;
}
