using System.Management.Automation;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Select-LuccaSession</c>: makes a session the default.</summary>
[Cmdlet(VerbsCommon.Select, "LuccaSession")]
[OutputType(typeof(LuccaSession))]
public sealed class SelectLuccaSessionCommand : PSCmdlet
{
    /// <summary>The session: an object or a name.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Session { get; set; }

    /// <summary>Emits the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var session = SessionTable.Of(this).Select(Session);
            if (PassThru)
            {
                WriteObject(session);
            }
        }
        catch (LocalException missing)
        {
            WriteError(ErrorRecords.From(missing));
        }
    }
}
