using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>What all commands share: input, names, sessions, secrets, errors and the like.</summary>
public sealed class ModuleSuite(PesterShell shell, ITestOutputHelper output) : PesterSuite(shell, output)
{
    public static TheoryData<string> Files => FilesIn("Module");

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file) => Run(file);
}
