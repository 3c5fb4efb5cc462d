using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Completion;

/// <summary>
/// Completes days: today, as the parameters take it; in a session of the emulator, its day. Without it PowerShell would offer the files
/// of the current folder.
/// </summary>
public sealed class DayCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);

        // -Today makes a new session: the day of an older one is not meant.
        var session = parameterName == nameof(LuccaSession.Today) ? null : CompletedSession.Of(fakeBoundParameters);
        var today = session?.Today ?? DateOnly.FromDateTime(DateTime.Now);
        return Offer.Beginning(wordToComplete, [(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Today")]);
    }
}
