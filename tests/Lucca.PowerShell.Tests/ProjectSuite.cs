using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>What the project promises about itself: help, README, package, borders.</summary>
public sealed class ProjectSuite(PesterShell shell, ITestOutputHelper output) : PesterSuite(shell, output)
{
    public static TheoryData<string> Files => FilesIn("Project");

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file) => Run(file);
}
