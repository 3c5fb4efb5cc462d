using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>What the module does as a whole: cancellation, secrets, help, the package and the like.</summary>
public sealed class ModuleSuite(ITestOutputHelper output) : PesterSuite(output)
{
    public static TheoryData<string> Files => FilesOfCommands(false);

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file) => Run(file);
}
