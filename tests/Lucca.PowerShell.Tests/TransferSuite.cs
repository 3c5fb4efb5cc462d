using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>Files on their way: where they are written, progress, interruption.</summary>
public sealed class TransferSuite(PesterShell shell, ITestOutputHelper output) : PesterSuite(shell, output)
{
    public static TheoryData<string> Files => FilesIn("Transfers");

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file) => Run(file);
}
