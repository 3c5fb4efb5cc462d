using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// <c>New-LuccaWebhookEndpoint</c>: makes a webhook endpoint. Its secret is shown by the API this once and is in the object's Secret.
/// </summary>
[Cmdlet(VerbsCommon.New, "LuccaWebhookEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookEndpoint))]
public sealed class NewLuccaWebhookEndpointCommand : SessionCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The address that events are sent to, https only.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("Uri", "Url")]
    [HttpsAddress]
    public string WebhookUrl { get; set; } = "";

    /// <summary>The topics to send. One that is not known is sent with a warning.</summary>
    [Parameter(Position = 2, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicCompleter))]
    public string[] Topic { get; set; } = [];

    /// <summary>The version of the API whose shape the events' data shall have; the session's by default.</summary>
    [Parameter]
    [ValidateLength(1, 10)]
    [OneText]
    public string? ApiVersion { get; set; }

    /// <summary>The establishments whose events are to be sent: ids or objects; all when left out.</summary>
    [Parameter]
    [ResourceId<BusinessEstablishment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? BusinessEstablishment { get; set; }

    /// <summary>The status; <c>inactive</c> by default, so says the API.</summary>
    [Parameter]
    [ValidateSet("active", "suspended", "inactive")]
    [OneText]
    public string? Status { get; set; }

    private protected override bool IsWrite => true;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var topics = TopicNames.Check(this, Topic);
        Attempt(Name, () =>
        {
            if (ShouldProcess($"'{Name}' ({WebhookUrl})", $"Create a webhook endpoint on {CurrentSession.Uri.Authority}"))
            {
                var endpoint = AwaitWrite(token => Client.Webhooks.CreateEndpointAsync(Settings(topics), token));
                WriteResult(endpoint);
                if (endpoint is null)
                {
                    WriteWarning(
                        $"The webhook endpoint '{Name}' was created, but the server did not send its secret, which it shows only once.");
                }
            }
        });
        base.EndProcessing();
    }

    private protected override string? Advise(LuccaException error) => WebhookAdvice.ForWrite(error, Status);

    private WebhookEndpointSettings Settings(IReadOnlyList<string>? topics) => new()
    {
        Name = Name,
        WebhookUrl = WebhookUrl,
        Topics = topics,
        ApiVersion = ApiVersion ?? CurrentSession.ApiVersion,
        BusinessEstablishments = BusinessEstablishment is null ? null : IdsOf(nameof(BusinessEstablishment)),
        Status = Status?.ToLowerInvariant(),
    };
}
