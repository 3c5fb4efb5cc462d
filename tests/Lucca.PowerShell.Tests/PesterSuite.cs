using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>Runs Pester files, each in a pwsh of its own, on the module as it was built. The suites that derive from it run side by side.</summary>
public abstract class PesterSuite(ITestOutputHelper output)
{
    /// <summary>The files of a suite: named after one command, such as Get-LuccaFile, or after what all commands share.</summary>
    protected static TheoryData<string> FilesOfCommands(bool commands) =>
        new(Directory.GetFiles(Pwsh.TestFolder, "*.Tests.ps1").Select(path => Path.GetFileName(path)).Where(name => name.Contains('-', StringComparison.Ordinal) == commands).Order());

    /// <summary>Runs one file.</summary>
    protected void Run(string file)
    {
        var (exitCode, text) = Pwsh.Run(TimeSpan.FromMinutes(8), "-File", Path.Combine(Pwsh.TestFolder, "Invoke-Suite.ps1"), "-Path", Path.Combine(Pwsh.TestFolder, file));
        output.WriteLine(text);
        Assert.True(exitCode == 0, text);
    }
}
