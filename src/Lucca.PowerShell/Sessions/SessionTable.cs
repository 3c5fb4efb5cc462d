using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Saved;

namespace Lucca.PowerShell.Sessions;

/// <summary>The sessions of one runspace.</summary>
internal sealed class SessionTable
{
    // PowerShell makes it anew when it resets a runspace to use it again, as ForEach-Object -Parallel does for each item.
    private const string Anchor = "global:PSVersionTable";

    private static readonly ConditionalWeakTable<Runspace, SessionTable> Tables = [];

    private WeakReference<PSVariable>? _anchor;

    private readonly Dictionary<string, LuccaSession> _sessions = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _lock = new();

    /// <summary>The sessions of the runspace that runs the present command.</summary>
    public static SessionTable Current => Tables.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Whether a session is the default of the runspace that asks.</summary>
    public static bool IsDefault(LuccaSession session) => Runspace.DefaultRunspace is not null && Current.Default == session;

    /// <summary>The sessions of the runspace that a cmdlet runs in; none when the runspace was reset since they were made.</summary>
    public static SessionTable Of(PSCmdlet cmdlet)
    {
        var anchor = cmdlet.SessionState.PSVariable.Get(Anchor);
        if (Current._anchor is { } known && !(known.TryGetTarget(out var former) && ReferenceEquals(former, anchor)))
        {
            Tables.AddOrUpdate(Runspace.DefaultRunspace, new SessionTable());
        }

        Current._anchor ??= new WeakReference<PSVariable>(anchor);
        return Current;
    }

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

    /// <summary>
    /// The sessions of a name, or whose names match a wildcard pattern: a name may hold brackets, as that of an IPv6 address does.
    /// </summary>
    public IReadOnlyList<LuccaSession> Matching(string pattern)
    {
        if (Find(pattern) is { } exact)
        {
            return [exact];
        }

        var wildcard = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        return [.. All.Where(session => wildcard.IsMatch(session.Name))];
    }

    /// <summary>A name that no session has: the one wanted, or that with a number.</summary>
    public string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; Find(name) is not null; number++)
        {
            name = $"{wanted}-{number}";
        }

        return name;
    }

    /// <summary>Adds a session; one of the same name is disconnected.</summary>
    public void Add(LuccaSession session, bool asDefault)
    {
        lock (_lock)
        {
            if (_sessions.Remove(session.Name, out var former))
            {
                // A name that meant the default still does.
                asDefault |= Default == former;
                former.Dispose();
            }

            _sessions.Add(session.Name, session);
            Default = asDefault ? session : Default;
        }
    }

    /// <summary>Makes a session the default; also one that was passed on by another runspace.</summary>
    /// <exception cref="SessionException">There is no such session.</exception>
    public LuccaSession Select(object? named)
    {
        lock (_lock)
        {
            return Default = Named(named);
        }
    }

    /// <summary>
    /// Disconnects a session. Another does not take its place as the default: which tenant is meant is for the user to say.
    /// </summary>
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

    /// <summary>The session that a user names, by object or by name.</summary>
    /// <exception cref="SessionException">There is no such session.</exception>
    /// <exception cref="BadArgumentException">It is none that was given: that is not the same as leaving it out.</exception>
    public LuccaSession Named(object? session) => PipelineInput.Unwrap(session) switch
    {
        null or "" => throw new BadArgumentException(
            "-Session is empty.", null, "Omit it for the default session, or check the variable that you gave it.") { IsForAll = true },
        var given => Resolve(given),
    };

    /// <summary>The session that a user names, by object, by name, or by naming none.</summary>
    /// <exception cref="SessionException">There is no such session.</exception>
    public LuccaSession Resolve(object? named) => PipelineInput.Unwrap(named) switch
    {
        PSObject copy when SavedType.NamesOf(copy).Contains(typeof(LuccaSession).FullName) =>
            throw SessionException.CrossedProcesses(copy.Properties["Name"]?.Value),
        null => Default ?? throw NoDefault(),
        LuccaSession { IsConnected: true } session => session,
        LuccaSession session => throw session.Disconnected(),
        var name => Find(name.ToString()!)
            ?? throw SessionException.NoSuch(
                name.ToString()!,
                $"{Names()} Connect with: Connect-Lucca <host> -Credential <client id> -Name "
                + $"{(InputText.IsObject(name.ToString()!) ? "<name>" : name)}"),
    };

    // ForEach-Object -Parallel and thread jobs run in runspaces of their own, beside the one that has connected.
    private bool IsElsewhere => Tables.Any(table => table.Value != this && table.Value.All.Count > 0);

    private LuccaSession? Find(string name)
    {
        lock (_lock)
        {
            return _sessions.GetValueOrDefault(name);
        }
    }

    private SessionException NoDefault() => All.Count > 0 ? new("No session is the default.", $"Choose one with -Session. {Names()}")
        : IsElsewhere ? new("Not connected to Lucca in this runspace.", $"{Names()} Or connect here with Connect-Lucca.")
        : new(
            "Not connected to Lucca.",
            "Run: Connect-Lucca <your tenant>.ilucca.net -Credential <client id>. Or try it out without a tenant: Connect-Lucca -Emulator");

    private string Names() => All.Count > 0 ? $"There are: {string.Join(", ", All)}."
        : IsElsewhere ? "Another runspace has a session: use it here with -Session $using:session, where $session = Get-LuccaSession."
        : "There is no session.";
}
