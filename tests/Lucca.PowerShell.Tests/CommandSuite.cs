using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>What each command does.</summary>
public sealed class CommandSuite(PesterShell shell, ITestOutputHelper output) : PesterSuite(shell, output)
{
    public static TheoryData<string> Files => FilesIn("Commands");

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file) => Run(file);
}
