using System.Management.Automation;

namespace Lucca.PowerShell.Sessions;

/// <summary>What is left to do when the module is removed from a runspace: no session may stay connected that no command can reach.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <summary>Closes the sessions of the runspace and forgets their keys.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        foreach (var session in SessionTable.Current.All)
        {
            SessionTable.Current.Remove(session);
        }
    }
}
