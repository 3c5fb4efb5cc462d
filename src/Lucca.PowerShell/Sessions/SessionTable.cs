using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Sessions;

/// <summary>The sessions of one runspace.</summary>
internal sealed class SessionTable
{
    private static readonly ConditionalWeakTable<Runspace, SessionTable> Tables = [];

    private readonly Dictionary<string, LuccaSession> _sessions = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _lock = new();

    /// <summary>The sessions of the runspace that runs the present command.</summary>
    public static SessionTable Current => Tables.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The session that commands use when none is named; null when there is none.</summary>
    public LuccaSession? Default { get; private set; }

    /// <summary>All sessions, in the order of their names.</summary>
    public IReadOnlyList<LuccaSession> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions.Values.OrderBy(session => session.Name, StringComparer.OrdinalIgnoreCase)];
            }
        }
    }

    /// <summary>The sessions whose names match a wildcard pattern.</summary>
    public IReadOnlyList<LuccaSession> Named(string pattern)
    {
        var wildcard = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        return [.. All.Where(session => wildcard.IsMatch(session.Name))];
    }

    /// <summary>Adds a session; one of the same name is disconnected.</summary>
    public void Add(LuccaSession session, bool asDefault)
    {
        lock (_lock)
        {
            if (_sessions.Remove(session.Name, out var former))
            {
                Default = Default == former ? null : Default;
                former.Dispose();
            }

            _sessions.Add(session.Name, session);
            Default = asDefault ? session : Default;
        }
    }

    /// <summary>Disconnects a session. Another does not take its place as the default: which tenant is meant is for the user to say.</summary>
    public void Remove(LuccaSession session)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(session.Name, out var listed) && listed == session)
            {
                _sessions.Remove(session.Name);
            }

            Default = Default == session ? null : Default;
            session.Dispose();
        }
    }

    /// <summary>The session that a user names, by object, by name, or by naming none.</summary>
    /// <exception cref="SessionException">There is no such session.</exception>
    public LuccaSession Resolve(object? named) => (named is PSObject wrapped ? wrapped.BaseObject : named) switch
    {
        null => Default ?? throw NoDefault(),
        LuccaSession { IsConnected: true } session => session,
        LuccaSession session => throw session.Disconnected(),
        var name => Find(name.ToString()!) ?? throw new SessionException($"There is no session '{name}' in this runspace.", $"{Names()} Connect with: Connect-Lucca <host> -Credential <client id> -Name {name}", name),
    };

    private LuccaSession? Find(string name)
    {
        lock (_lock)
        {
            return _sessions.GetValueOrDefault(name);
        }
    }

    private SessionException NoDefault() => All.Count == 0
        ? new SessionException("Not connected to Lucca.", "Run: Connect-Lucca <your tenant>.ilucca.net -Credential <client id>. Or try it out without a tenant: Connect-Lucca -Emulator")
        : new SessionException("No session is the default.", $"Name one with -Session. {Names()}");

    private string Names() => All.Count == 0 ? "There are none." : $"There are: {string.Join(", ", All)}.";
}
