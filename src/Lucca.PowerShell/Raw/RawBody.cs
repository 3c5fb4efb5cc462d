using System.Globalization;
using System.Management.Automation;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Raw;

/// <summary>Makes the body of a request out of what a user gives: text as it is, anything else as JSON.</summary>
internal static class RawBody
{
    /// <summary>As deep as readers of JSON go by default.</summary>
    private const int MaxDepth = 64;

    /// <summary>The body as text; what is not text goes through PowerShell's own ConvertTo-Json.</summary>
    /// <param name="body">The body; null for none.</param>
    /// <param name="invokeCommand">PowerShell's access to commands.</param>
    /// <exception cref="BadArgumentException">It cannot be written as JSON, or only a part of it.</exception>
    public static string? TextOf(object? body, CommandInvocationIntrinsics invokeCommand) => PipelineInput.Unwrap(body) switch
    {
        null => null,
        string text => text,
        var value => ToJson(value, invokeCommand),
    };

    private static string ToJson(object value, CommandInvocationIntrinsics invokeCommand)
    {
        try
        {
            // What is too deep, ConvertTo-Json cuts with a warning.
            const string Script = "param($body, $depth) ConvertTo-Json -InputObject $body -Depth $depth -Compress -WarningAction Stop";
            return invokeCommand.InvokeScript(Script, value, MaxDepth)[0].ToString();
        }
        catch (RuntimeException failed) when (failed is not PipelineStoppedException)
        {
            var limit = MaxDepth.ToString(CultureInfo.InvariantCulture);
            throw new BadArgumentException(
                $"The body cannot be written as JSON: it refers to itself, or is nested deeper than {limit} levels.",
                value,
                "Give -Body as text, or remove the part that refers back to itself.",
                failed);
        }
    }
}
