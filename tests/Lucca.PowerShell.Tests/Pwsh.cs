using System.Diagnostics;
using System.Reflection;

namespace Lucca.PowerShell.Tests;

/// <summary>
/// Starts PowerShell: the one that the project restores as a tool, or the one that the environment variable <see cref="Chosen"/> names.
/// </summary>
public static class Pwsh
{
    /// <summary>The environment variable that names another pwsh, by a path or by a name on the PATH.</summary>
    public const string Chosen = "LUCCA_TEST_PWSH";

    /// <summary>The folder of the Pester files.</summary>
    public static string TestFolder { get; } = typeof(Pwsh)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(TestFolder)).Value!;

    /// <summary>Starts a pwsh that has nothing to read.</summary>
    public static Process Start(params string[] arguments)
    {
        var chosen = Environment.GetEnvironmentVariable(Chosen);
        string[] command = string.IsNullOrEmpty(chosen) ? ["dotnet", "pwsh"] : [chosen];
        var start = new ProcessStartInfo(command[0], [.. command[1..], "-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = TestFolder,
        };
        start.Environment["NO_COLOR"] = "1";

        // What a shell or a server of a test does, it does a few times: to count, profile and compile it better is a third of a suite's
        // work.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";

        // The test host's own settings must not leak into the processes that a test starts.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
