using System.Management.Automation;
using System.Security;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// <c>Test-LuccaWebhookSignature</c>: whether a delivery to a webhook endpoint comes from Lucca. It needs no session and no network.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LuccaWebhookSignature", DefaultParameterSetName = HeaderSet)]
[OutputType(typeof(bool))]
public sealed class TestLuccaWebhookSignatureCommand : PSCmdlet
{
    private const string HeaderSet = "Header";
    private const string ValueSet = "Value";

    /// <summary>The body as it came: bytes, or text in UTF-8.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [BodyBytes]
    public WebhookBody Body { get; set; } = new("");

    /// <summary>The headers as they came; the names may be in any case.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = HeaderSet)]
    [AllowNull]
    public object? Header { get; set; }

    /// <summary>The text of the header <c>Lucca-Signature</c>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ValueSet)]
    [AllowNull]
    [AllowEmptyString]
    public string? Signature { get; set; }

    /// <summary>The text of the header <c>Lucca-Timestamp</c>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ValueSet)]
    [AllowNull]
    [AllowEmptyString]
    public string? Timestamp { get; set; }

    /// <summary>The secret that came when the webhook endpoint was made.</summary>
    [Parameter(Mandatory = true)]
    [AllowNull]
    [SecretText]
    public SecureString? Secret { get; set; }

    /// <summary>How far the timestamp may be from this machine's clock, either way; 5 minutes by default.</summary>
    [Parameter]
    public TimeSpan Tolerance { get; set; } = WebhookSignature.DefaultTolerance;

    /// <summary>Checks what cannot be right before the delivery is looked at.</summary>
    protected override void BeginProcessing()
    {
        // An empty key would make every forgery right, and so would a variable that was never set.
        if (Secret is null or { Length: 0 })
        {
            throw Ending(new BadArgumentException(
                "The secret is empty.",
                null,
                "Give the secret that was shown when the webhook endpoint was created.") { IsBeforeCall = false });
        }

        // A bare number is taken for ticks of 100 ns.
        if (Tolerance < TimeSpan.FromSeconds(1))
        {
            throw Ending(new BadArgumentException(
                $"-Tolerance must be longer than zero, but is {Tolerance}.",
                Tolerance,
                "Give a time span, such as 00:05:00 for five minutes.") { IsBeforeCall = false });
        }

        if (ParameterSetName == HeaderSet && !HeaderValues.CanRead(PipelineInput.Unwrap(Header)))
        {
            throw Ending(new BadArgumentException(
                "-Header needs a hashtable, or another collection of names and values.",
                null,
                "Give the headers as the web server has them, or use -Signature and -Timestamp.") { IsBeforeCall = false });
        }
    }

    /// <summary>Says whether the delivery is genuine.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == HeaderSet)
        {
            var headers = PipelineInput.Unwrap(Header)!;
            Signature = HeaderValues.Find(headers, WebhookSignature.SignatureHeader);
            Timestamp = HeaderValues.Find(headers, WebhookSignature.TimestampHeader);
        }

        var verdict = WebhookSignature.Check(Body.Bytes.Span, Secret!, Signature, Timestamp, Tolerance, DateTimeOffset.UtcNow);
        WriteVerbose(Explain(verdict));
        WriteObject(verdict == WebhookVerdict.Valid);
    }

    /// <summary>The script must not go on and trust the delivery.</summary>
    private RuntimeException Ending(BadArgumentException wrong) => ErrorRecords.EndOfScript(ErrorRecords.From(wrong), this);

    private string Explain(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.Valid => "The signature is right and the timestamp is recent.",
        WebhookVerdict.NoSignature => $"There is no {WebhookSignature.SignatureHeader} header.",
        WebhookVerdict.NoTimestamp => $"There is no {WebhookSignature.TimestampHeader} header.",
        WebhookVerdict.BadTimestamp => $"The timestamp '{Timestamp}' is not an ISO 8601 date and time.",
        WebhookVerdict.BadSignature => "The signature is not base64 of 32 bytes.",
        WebhookVerdict.TooOld => $"The timestamp {Timestamp} is older than {Tolerance}: the delivery may be a replay.",
        WebhookVerdict.TooNew => $"The timestamp {Timestamp} is more than {Tolerance} in the future: check this machine's clock.",
        _ => "The signature belongs to another body, timestamp or secret. Pass the body exactly as received, byte for byte.",
    };
}
