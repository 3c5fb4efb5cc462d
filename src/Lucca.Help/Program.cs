namespace Lucca.Help;

/// <summary>Turns the Markdown pages into what Get-Help reads: one MAML file for the commands, one text file a topic.</summary>
internal static class Program
{
    private const string MamlFile = "Lucca.PowerShell.dll-Help.xml";

    private static async Task<int> Main(string[] args)
    {
        if (args is not [var pages, var target])
        {
            await Console.Error.WriteLineAsync("Arguments: the folder of the pages, and the folder for the help.").ConfigureAwait(false);
            return 2;
        }

        try
        {
            Write(pages, Directory.CreateDirectory(target).FullName);
            return 0;
        }
        catch (FormatException wrong)
        {
            // In the form in which MSBuild takes a line for an error of the build.
            await Console.Error.WriteLineAsync($"{wrong.Message.Replace(": ", ": error HELP: ", StringComparison.Ordinal)}")
                .ConfigureAwait(false);
            return 1;
        }
    }

    private static void Write(string pages, string target)
    {
        var files = Directory.GetFiles(pages, "*.md").Order(StringComparer.Ordinal).ToLookup(IsTopic);
        Maml.Document(files[false].Select(CommandPage.Read)).Save(Path.Combine(target, MamlFile));
        foreach (var topic in files[true])
        {
            File.WriteAllText(
                Path.Combine(target, Path.GetFileNameWithoutExtension(topic) + ".help.txt"), AboutTopic.Convert(MarkdownPage.Read(topic)));
        }
    }

    private static bool IsTopic(string path) => Path.GetFileName(path).StartsWith("about_", StringComparison.OrdinalIgnoreCase);
}
