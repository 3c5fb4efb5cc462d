using System.Management.Automation;

namespace Lucca.PowerShell.Display;

/// <summary>Whether a stream is wanted: by the cmdlet's own switch, else by the preference variable of the caller's scope.</summary>
internal static class Preferences
{
    public static bool Wants(PSCmdlet cmdlet, string parameter, string variable) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)
            ? bound is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.TryConvertTo<ActionPreference>(cmdlet.SessionState.PSVariable.GetValue(variable), out var preference)
                && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
