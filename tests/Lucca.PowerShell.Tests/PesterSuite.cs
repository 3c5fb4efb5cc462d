using System.Reflection;
using Xunit;
using Xunit.Abstractions;

namespace Lucca.PowerShell.Tests;

/// <summary>Runs each Pester file in a pwsh of its own, on the module as it was built.</summary>
public sealed class PesterSuite(ITestOutputHelper output)
{
    private static readonly string Folder = typeof(PesterSuite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "TestFolder").Value!;

    public static TheoryData<string> Files => new(Directory.GetFiles(Folder, "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order());

    [PwshTheory]
    [MemberData(nameof(Files))]
    public void Passes(string file)
    {
        var (exitCode, text) = Pwsh.Run(TimeSpan.FromMinutes(8), "-File", Path.Combine(Folder, "Invoke-Suite.ps1"), "-Path", Path.Combine(Folder, file));
        output.WriteLine(text);
        Assert.True(exitCode == 0, text);
    }
}
