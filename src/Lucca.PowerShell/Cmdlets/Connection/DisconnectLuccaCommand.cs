using System.Management.Automation;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Disconnect-Lucca</c>: closes sessions and forgets their credentials.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Lucca", DefaultParameterSetName = "Name")]
public sealed class DisconnectLuccaCommand : PSCmdlet
{
    /// <summary>The names; wildcards are allowed. The default session when left out.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The sessions: objects or names; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Session")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    [ValidateNotNullOrEmpty]
    public object[]? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var session in Session?.SelectMany(Meant) ?? (Name is null ? DefaultSession() : Name.SelectMany(Named)))
        {
            SessionTable.Of(this).Remove(session);
        }
    }

    private IEnumerable<LuccaSession> Meant(object session) => PipelineInput.Unwrap(session) switch
    {
        LuccaSession one => [one],
        var name => Named(name?.ToString() ?? ""),
    };

    private LuccaSession[] DefaultSession()
    {
        try
        {
            return [SessionTable.Of(this).Resolve(null)];
        }
        catch (SessionException missing)
        {
            WriteError(ErrorRecords.From(missing));
            return [];
        }
    }

    private IReadOnlyList<LuccaSession> Named(string name)
    {
        var sessions = SessionTable.Of(this).Matching(name);
        if (sessions.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(ErrorRecords.From(SessionException.NoSuch(name, "Get-LuccaSession lists the sessions.")));
        }

        return sessions;
    }
}
