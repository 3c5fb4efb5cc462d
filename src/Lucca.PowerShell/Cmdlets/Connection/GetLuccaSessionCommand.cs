using System.Management.Automation;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaSession</c>: the sessions of this runspace.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaSession")]
[OutputType(typeof(LuccaSession))]
public sealed class GetLuccaSessionCommand : PSCmdlet
{
    /// <summary>The names; wildcards are allowed. All sessions when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var sessions = SessionTable.Of(this).Matching(name);
            if (sessions.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.From(SessionException.NoSuch(name, "Get-LuccaSession lists the sessions.")));
            }

            WriteObject(sessions, enumerateCollection: true);
        }
    }
}
