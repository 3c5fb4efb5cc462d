using System.Collections.Concurrent;

namespace Lucca.PowerShell.Sessions;

/// <summary>The tenants that this process has connected to, for completion. Nothing is kept beyond the process.</summary>
internal static class KnownHosts
{
    private static readonly ConcurrentDictionary<string, byte> Hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts, and the one that LUCCA_URI names.</summary>
    public static IEnumerable<string> All =>
        Hosts.Keys.Append(Environment.GetEnvironmentVariable("LUCCA_URI") ?? "").Where(host => host.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers a session's host; the emulator has none.</summary>
    public static void Add(LuccaSession session)
    {
        if (!session.IsEmulator)
        {
            Hosts.TryAdd(session.Uri.Scheme == "https" ? session.Uri.Authority : session.Uri.GetLeftPart(UriPartial.Authority), 0);
        }
    }
}
