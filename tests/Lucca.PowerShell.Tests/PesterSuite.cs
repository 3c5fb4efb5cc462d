using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>Runs Pester files on the module as it was built, in a pwsh of the suite. The suites that derive from it run side by side.</summary>
public abstract class PesterSuite(PesterShell shell, ITestOutputHelper output) : IClassFixture<PesterShell>
{
    /// <summary>The shell of the suite; once it is disposed, the next file gets a new one.</summary>
    protected PesterShell Shell { get; } = shell;

    /// <summary>The files of a suite: named after one command, such as Get-LuccaFile, or after what all commands share.</summary>
    protected static TheoryData<string> FilesOfCommands(bool commands) =>
        new(Directory.GetFiles(Pwsh.TestFolder, "*.Tests.ps1").Select(path => Path.GetFileName(path)).Where(name => name.Contains('-', StringComparison.Ordinal) == commands).Order());

    /// <summary>Runs one file.</summary>
    protected void Run(string file)
    {
        var (failures, text) = Shell.Run(Path.Combine(Pwsh.TestFolder, file));
        output.WriteLine(text);
        Assert.True(failures == 0, text);
    }
}
