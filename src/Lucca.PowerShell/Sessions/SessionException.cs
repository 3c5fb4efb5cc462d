using System.Management.Automation;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Sessions;

/// <summary>There is no session to work in.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="advice">What to do next.</param>
/// <param name="target">What the user named; null for nothing.</param>
internal sealed class SessionException(string message, string advice, object? target = null) : LocalException(message, target, advice, inner: null)
{
    /// <summary>There is no session of a name.</summary>
    /// <param name="name">The name, or what was given for one.</param>
    /// <param name="advice">What to do next.</param>
    public static SessionException NoSuch(string name, string advice) =>
        new(InputText.IsObject(name) ? "An object is no session, nor the name of one." : $"There is no session '{name}' in this runspace.", advice, name);

    /// <summary>A session came from another process.</summary>
    /// <param name="name">Its name.</param>
    public static SessionException CrossedProcesses(object? name) => new(
        $"The session '{name}' was made in another process: a copy holds neither its connection nor its key, since sessions do not cross processes.",
        "Connect within the job, for instance with Connect-Lucca -FromEnvironment; or use Start-ThreadJob or ForEach-Object -Parallel, which stay in the process and take the session as it is.");

    public override (string Id, ErrorCategory Category) Kind => ("LuccaNotConnected", ErrorCategory.ConnectionError);

    public override bool ConcernsAll => true;
}
