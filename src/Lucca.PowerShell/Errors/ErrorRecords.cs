using System.Globalization;
using System.Management.Automation;
using Lucca.Http;

namespace Lucca.PowerShell.Errors;

/// <summary>
/// Every error of the module: its id, its category, the user's own input as target, one sentence and one advice. The request itself is
/// never a target: it would print the token.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>A failed call.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="target">What the user typed.</param>
    /// <param name="tenant">The tenant's address; null for none.</param>
    /// <param name="advice">What to do, where the command knows better than the kind of failure says; null for most.</param>
    /// <param name="consequence">A sentence about what else follows; empty for none.</param>
    public static ErrorRecord From(LuccaException error, object? target, Uri? tenant, string? advice = null, string consequence = "")
    {
        var (id, category) = Classify(error.Kind);
        return Create(error, id, category, target, error.Message + Circumstances(error) + consequence, advice ?? Advice.For(error, tenant));
    }

    /// <summary>What is wrong on this side.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="target">What the user typed, where the error does not know it.</param>
    public static ErrorRecord From(LocalException error, object? target = null) => Create(
        error, error.Kind.Id, error.Kind.Category, error.Target ?? target, error.Message, error.Advice);

    /// <summary>An error that ends the script, as <c>throw</c> does, unless it is caught.</summary>
    /// <remarks>
    /// ThrowTerminatingError ends a statement alone: the script goes on, with the variable as it was before, or with nobody, and exits with
    /// 0. A test of an if statement lets the rest of the script run.
    /// </remarks>
    public static RuntimeException EndOfScript(ErrorRecord record, PSCmdlet cmdlet)
    {
        // PowerShell completes the id only of what goes through its own ways.
        var id = $"{record.FullyQualifiedErrorId},{cmdlet.GetType().FullName}";
        var (message, advice) = (record.ErrorDetails.Message, record.ErrorDetails.RecommendedAction);
        var named = Create(record.Exception, id, record.CategoryInfo.Category, record.TargetObject, message, advice);
        named.CategoryInfo.Activity = cmdlet.MyInvocation.MyCommand.Name;
        return new RuntimeException(message, record.Exception, named) { WasThrownFromThrowStatement = true };
    }

    /// <summary>A comparison that would name too many leavers.</summary>
    public static ErrorRecord TooManyLeavers(string message, object? target) => Create(
        new InvalidOperationException(message),
        "LuccaTooManyLeavers",
        ErrorCategory.LimitsExceeded,
        target,
        message,
        "Look for the cause first: a key that sees fewer people, a filter, or a state read with another scope. "
        + "If so many have really left, raise -LeaverLimit; 100 turns the check off.");

    private static (string Id, ErrorCategory Category) Classify(LuccaErrorKind kind) => kind switch
    {
        LuccaErrorKind.SignInFailed => ("LuccaSignInFailed", ErrorCategory.AuthenticationError),
        LuccaErrorKind.Forbidden => ("LuccaForbidden", ErrorCategory.PermissionDenied),
        LuccaErrorKind.NotFound => ("LuccaNotFound", ErrorCategory.ObjectNotFound),
        LuccaErrorKind.BadRequest => ("LuccaBadRequest", ErrorCategory.InvalidArgument),
        LuccaErrorKind.PreconditionFailed => ("LuccaPreconditionFailed", ErrorCategory.ResourceExists),
        LuccaErrorKind.TooLarge => ("LuccaTooLarge", ErrorCategory.LimitsExceeded),
        LuccaErrorKind.RateLimited => ("LuccaRateLimited", ErrorCategory.LimitsExceeded),
        LuccaErrorKind.Unavailable => ("LuccaUnavailable", ErrorCategory.ConnectionError),
        LuccaErrorKind.Timeout => ("LuccaTimeout", ErrorCategory.OperationTimeout),
        LuccaErrorKind.BadReply => ("LuccaBadReply", ErrorCategory.InvalidResult),
        LuccaErrorKind.Incomplete => ("LuccaIncomplete", ErrorCategory.InvalidData),
        _ => ("LuccaError", ErrorCategory.NotSpecified),
    };

    private static ErrorRecord Create(Exception error, string id, ErrorCategory category, object? target, string message, string advice)
    {
        // Whoever made the message, and whatever the user typed: here all errors leave, and none says a secret.
        var shown = LocalException.WithoutSecrets(target);
        var record = new ErrorRecord(Redactor.Cause(error), id, category, shown)
        {
            ErrorDetails = new ErrorDetails(Redactor.Text(message)) { RecommendedAction = Redactor.Text(advice) },
        };
        record.CategoryInfo.TargetName = Redactor.Text(TargetName.Of(shown));
        return record;
    }

    private static string Circumstances(LuccaException error)
    {
        var waited = error.Waited > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $", {error.Waited.TotalSeconds:0.#} s of waiting")
            : "";
        return (error.Attempts > 1 ? $" ({error.Attempts} attempts{waited})" : "")
            + (error.TraceId is { } trace ? $" [trace {trace}]" : "");
    }
}
