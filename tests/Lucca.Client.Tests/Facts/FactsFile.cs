namespace Lucca.Client.Tests.Facts;

/// <summary>A list of facts as the API's publisher documents them: neither the client's nor the emulator's.</summary>
public static class FactsFile
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(FactsFile).Assembly.Location)!, "Facts");

    public static IReadOnlyList<string> Lines(string name) =>
        [.. System.IO.File.ReadLines(Path.Combine(Folder, name)).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    /// <summary>The scopes' resources, each with what its scopes can allow and the paths that they are for.</summary>
    public static IReadOnlyList<(string Name, string[] Rights, string[] Paths)> Scopes =>
    [
        .. from line in Lines("scopes.txt")
            let parts = line.Split(':', StringSplitOptions.TrimEntries)
            let words = parts[0].Split(' ')
            select (words[0], words[1..], parts.Skip(1).SelectMany(paths => paths.Split(' ')).Prepend(words[0]).ToArray()),
    ];
}
