using System.Management.Automation;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Sessions;

/// <summary>There is no session to work in.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="advice">What to do next.</param>
/// <param name="target">What the user named; null for nothing.</param>
internal sealed class SessionException(
    string message, string advice, object? target = null) : LocalException(message, target, advice, inner: null)
{
    /// <summary>There is no session of a name.</summary>
    /// <param name="name">The name, or what was given for one.</param>
    /// <param name="advice">What to do next.</param>
    public static SessionException NoSuch(string name, string advice) =>
        new(
            InputText.IsObject(name)
                ? "An object was given instead of a session or its name."
                : $"There is no session '{name}' in this runspace.",
            advice,
            name);

    /// <summary>A session came from another process.</summary>
    /// <param name="name">Its name.</param>
    public static SessionException CrossedProcesses(object? name) => new(
        $"The session '{name}' comes from another process. Sessions do not cross processes: the copy has no connection and no key.",
        "Connect within the job, for instance with Connect-Lucca -FromEnvironment. "
        + "Or use Start-ThreadJob or ForEach-Object -Parallel with -Session $using:session, which stay in this process.");

    public override (string Id, ErrorCategory Category) Kind => ("LuccaNotConnected", ErrorCategory.ConnectionError);

    public override bool ConcernsAll => true;
}
