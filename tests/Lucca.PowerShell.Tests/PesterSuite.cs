using System.Text.RegularExpressions;
using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>
/// Runs the Pester files of one folder on the module as it was built, in a pwsh of the suite. The suites that derive from it run side by
/// side.
/// </summary>
public abstract partial class PesterSuite(PesterShell shell, ITestOutputHelper output) : IClassFixture<PesterShell>
{
    /// <summary>The files of a folder.</summary>
    protected static TheoryData<string> FilesIn(string folder) =>
        new(
            Directory.GetFiles(Path.Combine(Pwsh.TestFolder, folder), "*.Tests.ps1")
                .Select(path => $"{folder}/{Path.GetFileName(path)}").Order());

    /// <summary>Runs one file.</summary>
    protected void Run(string file)
    {
        var (failures, text) = shell.Run(Path.Combine(Pwsh.TestFolder, file));
        output.WriteLine(text);
        Assert.True(failures == 0, Environment.NewLine + WhatFailed(text));
    }

    /// <summary>
    /// The tests that failed and what was wrong, without those that passed; all of it where no test did, because the file or its shell
    /// broke off.
    /// </summary>
    private static string WhatFailed(string text)
    {
        var failed = new List<string>();
        var within = false;
        foreach (var line in text.Split('\n'))
        {
            within = FailedTest().IsMatch(line) || (within && !NextPart().IsMatch(line));
            if (within)
            {
                failed.Add(line.TrimEnd());
            }
        }

        return failed.Count > 0 ? string.Join(Environment.NewLine, failed) : text;
    }

    [GeneratedRegex(@"^\s*\[-\] ")]
    private static partial Regex FailedTest();

    [GeneratedRegex(@"^\s*(\[[+!?]\] |Describing |Context |Tests completed )")]
    private static partial Regex NextPart();
}
