using System.Collections.Concurrent;
using System.Management.Automation;

namespace Lucca.PowerShell.Sessions;

/// <summary>The tenants that this process has connected to, for completion. Nothing is kept beyond the process.</summary>
internal static class KnownHosts
{
    private static readonly ConcurrentDictionary<string, byte> Hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts, and the one that LUCCA_URI names.</summary>
    public static IEnumerable<string> All =>
        Hosts.Keys.Append(Environment.GetEnvironmentVariable("LUCCA_URI") ?? "")
            .Where(host => host.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers a session's host; the emulator has none.</summary>
    public static void Add(LuccaSession session)
    {
        if (!session.IsEmulator)
        {
            Hosts.TryAdd(session.Uri.Scheme == "https" ? session.Uri.Authority : session.Uri.GetLeftPart(UriPartial.Authority), 0);
        }
    }
}

/// <summary>
/// What is left to do when the module is removed from a runspace: no session may stay connected that no command can reach.
/// </summary>
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
