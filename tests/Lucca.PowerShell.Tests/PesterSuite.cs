using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>Runs the Pester files of one folder on the module as it was built, in a pwsh of the suite. The suites that derive from it run side by side.</summary>
public abstract class PesterSuite(PesterShell shell, ITestOutputHelper output) : IClassFixture<PesterShell>
{
    /// <summary>The files of a folder.</summary>
    protected static TheoryData<string> FilesIn(string folder) =>
        new(Directory.GetFiles(Path.Combine(Pwsh.TestFolder, folder), "*.Tests.ps1").Select(path => $"{folder}/{Path.GetFileName(path)}").Order());

    /// <summary>Runs one file.</summary>
    protected void Run(string file)
    {
        var (failures, text) = shell.Run(Path.Combine(Pwsh.TestFolder, file));
        output.WriteLine(text);
        Assert.True(failures == 0, text);
    }
}
