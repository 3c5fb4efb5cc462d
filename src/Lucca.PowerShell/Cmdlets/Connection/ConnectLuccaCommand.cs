using System.Management.Automation;
using System.Security;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Connect-Lucca</c>: makes a session and checks its credentials at once.</summary>
[Cmdlet(VerbsCommunications.Connect, "Lucca", DefaultParameterSetName = CredentialSet)]
[OutputType(typeof(LuccaSession))]
public sealed partial class ConnectLuccaCommand : AsyncCmdlet
{
    private const string CredentialSet = "Credential";
    private const string AccessTokenSet = "AccessToken";
    private const string EnvironmentSet = "Environment";
    private const string SecretSet = "Secret";
    private const string EmulatorSet = "Emulator";

    /// <summary>The tenant's host, such as <c>example.ilucca.net</c>, or its address.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = CredentialSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = AccessTokenSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = SecretSet)]
    [Parameter(Position = 0, ParameterSetName = EnvironmentSet)]
    [Alias("Host", "HostName")]
    [ArgumentCompleter(typeof(HostCompleter))]
    [AddressArgument]
    [OneText]
    public string? Uri { get; set; }

    /// <summary>The integration key: user name = client id, password = client secret.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>An access token obtained elsewhere. It cannot be renewed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    public SecureString? AccessToken { get; set; }

    /// <summary>Takes the address and the key from LUCCA_URI, LUCCA_CLIENT_ID and LUCCA_CLIENT_SECRET.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EnvironmentSet)]
    public SwitchParameter FromEnvironment { get; set; }

    /// <summary>The name of a credential that Get-Secret finds.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [OneText]
    public string? SecretName { get; set; }

    /// <summary>The vault in which Get-Secret looks.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [OneText]
    public string? Vault { get; set; }

    /// <summary>Connects to a tenant with demo data in this process: no network, no key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EmulatorSet)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>The day around which the people of the emulator live; the real one by default.</summary>
    [Parameter(ParameterSetName = EmulatorSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateOnly? Today { get; set; }

    /// <summary>The session's name; the host by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? Name { get; set; }

    /// <summary>The scopes for every token, in place of the least that each command needs.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Scope { get; set; }

    /// <summary>Leaves the default session as it is.</summary>
    [Parameter]
    public SwitchParameter SkipDefault { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            var options = CreateOptions();
            CheckScopes();
            var session = new LuccaSession(Name ?? NameFor(options), options, Transport.Create(options), Emulator, Today);
            SignIn(session);
            SessionTable.Of(this).Add(session, asDefault: !SkipDefault);
            KnownHosts.Add(session);
            WriteObject(session);
        }
        catch (BadArgumentException bad)
        {
            throw Refused(bad.Problem, bad.Target ?? Uri, bad);
        }
        catch (ArgumentException bad)
        {
            throw Refused(bad.Message, Uri, bad);
        }
        catch (LuccaException bad)
        {
            throw ErrorRecords.EndOfScript(ErrorRecords.From(bad, ApiVersion, tenant: null), this);
        }

        base.EndProcessing();
    }

    /// <summary>Refuses what is no scope, and warns of what may be a slip: the API may have got more scopes.</summary>
    private void CheckScopes()
    {
        string[] scopes = [.. (Scope ?? []).SelectMany(ScopeNameAttribute.Split)];
        foreach (var scope in scopes)
        {
            if (ScopeNameAttribute.Problem(scope) is { } problem)
            {
                throw new BadArgumentException(problem, scope);
            }
        }

        foreach (var unknown in scopes.Except(ApiScopes.All.Select(known => known.Scope)))
        {
            WriteWarning($"Unknown scope '{unknown}', sent anyway. Check the spelling.");
        }
    }

    private RuntimeException Refused(string problem, object? target, Exception bad)
    {
        var advice = $"Correct the argument, then run Connect-Lucca again.{LocalException.NothingSent}";
        return ErrorRecords.EndOfScript(
            ErrorRecords.From(new BadArgumentException(problem, target, advice, bad) { IsBeforeCall = false }), this);
    }

    /// <summary>The name when none is given. A session that is only added takes no other's place.</summary>
    private string NameFor(ConnectionOptions options)
    {
        var name = Emulator ? "emulator" : options.BaseUri.Authority;
        return SkipDefault ? SessionTable.Of(this).FreeName(name) : name;
    }

    private void SignIn(LuccaSession session)
    {
        try
        {
            Await(token => session.Transport.SignInAsync(Notes, token));
        }
        catch (LuccaException refused)
        {
            session.Dispose();
            Progress.Complete();
            throw ErrorRecords.EndOfScript(ErrorRecords.From(refused, Uri ?? session.Uri.ToString(), session.Uri), this);
        }
        catch (PipelineStoppedException)
        {
            session.Dispose();
            throw;
        }
    }
}
