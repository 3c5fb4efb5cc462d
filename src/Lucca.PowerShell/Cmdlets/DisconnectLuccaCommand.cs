using System.Management.Automation;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
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

    /// <summary>The sessions themselves.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Session")]
    public LuccaSession[]? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var session in Session ?? [.. Name is null ? DefaultSession() : Name.SelectMany(Named)])
        {
            SessionTable.Of(this).Remove(session);
        }
    }

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
            WriteError(ErrorRecords.NoSuchSession(name));
        }

        return sessions;
    }
}
