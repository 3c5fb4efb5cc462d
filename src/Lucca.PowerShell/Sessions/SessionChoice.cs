using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Sessions;

/// <summary>
/// Which session a command works in: the one that -Session names, else the one that its input came from, else the default. Objects of
/// one tenant are never looked up in another, where the same id is somebody else's.
/// </summary>
/// <param name="table">The sessions of the runspace.</param>
/// <param name="named">The session that -Session names; null when it was left out.</param>
internal sealed class SessionChoice(SessionTable table, LuccaSession? named)
{
    private LuccaSession? _session = named;
    private string _reason = "-Session";

    /// <summary>Takes in what a parameter was given: from then on all else has to come from the same tenant.</summary>
    /// <param name="origin">Where it came from; null when nothing shows that.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="LocalException">It contradicts what was given before, or its session is gone.</exception>
    public void Follow(InputOrigin? origin, string parameter)
    {
        if (origin is not null)
        {
            (_session, _reason) = (For(origin), _session is null ? $"-{parameter}" : _reason);
        }
    }

    /// <summary>The session for an input.</summary>
    /// <param name="origin">Where it came from; null when there is none, or nothing shows it.</param>
    /// <exception cref="LocalException">There is none, or the input contradicts what else was given.</exception>
    public LuccaSession For(InputOrigin? origin)
    {
        if (origin is null)
        {
            return _session ?? table.Resolve(null);
        }

        if (_session is null)
        {
            return origin.Session is { IsConnected: true } session ? session : Find(origin);
        }

        return origin.IsOf(_session) ? _session : throw new BadArgumentException(
            $"{origin.Subject} came from {origin.Place}, but {_reason} selects the session '{_session}' ({_session.Uri.Authority}), "
            + "where that id is another object.",
            origin.Input,
            _reason == "-Session"
                ? "Omit -Session: a command uses the session of its input."
                : "Use objects of one tenant in one command.");
    }

    private LuccaSession Find(InputOrigin origin)
    {
        LuccaSession[] sessions = [.. table.All.Where(origin.IsOf)];
        return sessions switch
        {
            [var only] => only,
            [] => throw None(origin),
            _ when origin.Input is LinkUri && table.Default is { } session && origin.IsOf(session) => session,
            _ => throw new BadArgumentException(
                $"{origin.Subject} belongs to {origin.Host}, and several sessions are connected to it: "
                + $"{string.Join(", ", (IEnumerable<LuccaSession>)sessions)}.",
                origin.Input,
                "Choose one of them with -Session."),
        };
    }

    private LocalException None(InputOrigin origin)
    {
        if (origin.Session is { } gone)
        {
            return new SessionException(
                $"The session '{gone}', which {origin.Name} came from, was disconnected.",
                (gone.IsEmulator
                    ? "Connect to the emulator again with Connect-Lucca -Emulator"
                    : $"Connect to {origin.Host} again with Connect-Lucca") + ", or name a session of that tenant with -Session.",
                origin.Input);
        }

        var (problem, advice) = (
            $"{origin.Subject} belongs to {origin.Host}; no session is connected to it.",
            origin.Host.Equals(TenantAddress.Emulator.Authority, StringComparison.OrdinalIgnoreCase)
                ? "This host is the emulator's. Run: Connect-Lucca -Emulator, with the same -Today if you gave one."
                : $"Run: Connect-Lucca {origin.Host} -Credential <client id>");
        return table.All.Count > 0
            ? new BadArgumentException(problem, origin.Input, advice)
            : new SessionException(problem, advice, origin.Input) { IsBeforeCall = true };
    }
}
