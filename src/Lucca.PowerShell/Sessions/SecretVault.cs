using System.Collections;
using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Sessions;

/// <summary>
/// An integration key from a vault, through the Get-Secret of Microsoft.PowerShell.SecretManagement or of any module with such a command.
/// </summary>
internal static class SecretVault
{
    private const string Command = "Get-Secret";

    /// <summary>The credential of a name.</summary>
    /// <exception cref="BadArgumentException">There is no Get-Secret, no such secret, or it is no credential.</exception>
    public static ClientCredential Read(PSCmdlet cmdlet, string name, string? vault)
    {
        var command = cmdlet.InvokeCommand.GetCommand(Command, CommandTypes.Cmdlet | CommandTypes.Function | CommandTypes.Alias)
            ?? throw new BadArgumentException(
                "Get-Secret is not installed. Install it with: Install-Module Microsoft.PowerShell.SecretManagement, and register a vault.",
                name);
        return Invoke(cmdlet, command, name, vault) is PSCredential credential
            ? new ClientCredential(credential.UserName, credential.Password)
            : throw new BadArgumentException(
                $"The secret '{name}' is not a credential. Store one with: Set-Secret {name} (Get-Credential <client id>)", name);
    }

    private static object? Invoke(PSCmdlet cmdlet, CommandInfo command, string name, string? vault)
    {
        var arguments = new Hashtable { ["Name"] = name, ["ErrorAction"] = "Stop" };
        if (vault is not null)
        {
            arguments["Vault"] = vault;
        }

        try
        {
            return cmdlet.InvokeCommand.InvokeScript(
                "param($command, $arguments) & $command @arguments", command, arguments).FirstOrDefault()?.BaseObject;
        }
        catch (RuntimeException failure)
        {
            throw new BadArgumentException(
                $"Get-Secret did not find '{name}': {failure.ErrorRecord.Exception.Message}", name, inner: failure);
        }
    }
}
