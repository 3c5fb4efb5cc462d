using System.Management.Automation;

namespace Lucca.PowerShell.Input;

/// <summary>What an object was before it was written to a file, or came from another process.</summary>
internal static class SavedType
{
    private const string Prefix = "Deserialized.";

    /// <summary>The full name of its type; null for what was never written.</summary>
    public static string? NameOf(PSObject read) => read.TypeNames is [var name, ..] && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    /// <summary>The full names of its type and of those that this derived from; none for what was never written.</summary>
    public static IEnumerable<string> NamesOf(PSObject read) =>
        read.TypeNames.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);
}
