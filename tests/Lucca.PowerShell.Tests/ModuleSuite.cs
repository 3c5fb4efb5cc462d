using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>What the module does as a whole: cancellation, secrets, help, the package and the like.</summary>
public sealed class ModuleSuite(PesterShell shell, ITestOutputHelper output) : PesterSuite(shell, output)
{
    public static TheoryData<string> Files => FilesOfCommands(false);

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file)
    {
        // What these files look at is a shell as a whole: each gets a new one.
        Run(file);
        Shell.Dispose();
    }
}
