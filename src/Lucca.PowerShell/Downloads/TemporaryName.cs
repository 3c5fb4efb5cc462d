using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lucca.PowerShell.Downloads;

/// <summary>The names of files that are not complete yet. They tell which process they belong to, on which machine.</summary>
/// <param name="Machine">The machine, and on Linux the container, that process ids count in.</param>
/// <param name="ProcessId">The process.</param>
internal sealed partial record TemporaryName(string Machine, int ProcessId)
{
    /// <summary>The names as a pattern of the file system.</summary>
    public const string Pattern = ".lucca-*.tmp";

    /// <summary>What names of this process begin with.</summary>
    private static readonly TemporaryName Own = new(ReadMachine(), Environment.ProcessId);

    /// <summary>Whether the process was one of this machine.</summary>
    public bool IsOfThisMachine => Machine == Own.Machine;

    /// <summary>A name that nothing has.</summary>
    public static string Create() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $".lucca-{Own.Machine}-{Own.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.tmp");

    /// <summary>Reads a name; null when it is none of these.</summary>
    public static TemporaryName? Read(string fileName) =>
        Names().Match(fileName) is { Success: true } match
            && int.TryParse(match.Groups["process"].ValueSpan, CultureInfo.InvariantCulture, out var process)
            ? new TemporaryName(match.Groups["machine"].Value, process)
            : null;

    private static string ReadMachine()
    {
        // Two containers may call themselves the same, and count their processes apart.
        var processes = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName + processes)), 0, 4);
    }

    [GeneratedRegex(@"^\.lucca-(?<machine>[0-9a-f]{8})-(?<process>[0-9]{1,10})-[0-9a-f]{12}\.tmp$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
