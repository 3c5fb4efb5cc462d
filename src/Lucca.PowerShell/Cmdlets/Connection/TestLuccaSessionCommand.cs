using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Test-LuccaSession</c>: shows how a session does: reachability, clock, token, pace.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LuccaSession")]
[OutputType(typeof(SessionTest), typeof(bool))]
public sealed class TestLuccaSessionCommand : SessionCmdlet
{
    /// <summary>The scopes to test with, in one token: those that the integration key should have.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [ValidateNotNullOrEmpty]
    [ScopeName]
    public string[] Scope { get; set; } = [Scopes.Read("departments")];

    /// <summary>Writes only whether everything is well.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(Session, () =>
        {
            var test = Await(token => CurrentSession.Transport.TestAsync(string.Join(' ', Scope), Notes, token));
            var result = new SessionTest(
                CurrentSession,
                test,
                CurrentSession.Transport.PermitsTaken,
                test.Failure?.Message,
                test.Failure is { } failure ? Advice.For(failure, CurrentSession.Uri) : null);
            WriteObject(Quiet ? result.IsOk : result);
        });
        base.EndProcessing();
    }
}
