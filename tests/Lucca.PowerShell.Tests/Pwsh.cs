using System.ComponentModel;
using System.Diagnostics;

namespace Lucca.PowerShell.Tests;

/// <summary>Runs the PowerShell of this machine.</summary>
public static class Pwsh
{
    private static readonly Lazy<string?> MissingReason = new(Probe);

    /// <summary>Why the Pester suite cannot run here; null when it can.</summary>
    public static string? Missing => MissingReason.Value;

    /// <summary>Runs pwsh to its end.</summary>
    public static (int ExitCode, string Output) Run(TimeSpan timeout, params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["NO_COLOR"] = "1";

        // The test host's own settings must not leak into the processes that a test starts.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"pwsh did not end within {timeout}.{Environment.NewLine}{output.Result}{errors.Result}");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }

    private static string? Probe()
    {
        try
        {
            var probe = Run(TimeSpan.FromMinutes(2), "-Command", "\"$($PSVersionTable.PSVersion) $((Get-Module Pester -ListAvailable).Version | Sort-Object -Descending | Select-Object -First 1)\"");
            var versions = probe.Output.Trim().Split(' ');
            return (Parse(versions[0]), Parse(versions.ElementAtOrDefault(1))) switch
            {
                ({ } pwsh, _) when pwsh < new Version(7, 4) => $"The Pester suite needs pwsh 7.4 or newer; this machine has {pwsh}.",
                (null, _) => "The Pester suite needs pwsh 7.4 or newer; pwsh does not start here.",
                (_, null) => "The Pester suite needs Pester 5.5 or newer; this machine has none.",
                (_, { } pester) when pester < new Version(5, 5) => $"The Pester suite needs Pester 5.5 or newer; this machine has {pester}.",
                _ => null,
            };
        }
        catch (Win32Exception)
        {
            return "The Pester suite needs pwsh 7.4 or newer with Pester 5.5 or newer; there is no pwsh on the PATH.";
        }
    }

    private static Version? Parse(string? text) => Version.TryParse(text?.Split('-')[0], out var version) ? version : null;
}
