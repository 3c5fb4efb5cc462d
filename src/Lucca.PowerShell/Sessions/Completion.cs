using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Sessions;

/// <summary>Offers words for completion, quoted as the user began to quote.</summary>
internal static class Completion
{
    public static IEnumerable<CompletionResult> Matching(string? typed, IEnumerable<(string Word, string ToolTip)> words)
    {
        var quote = typed is ['\'' or '"', ..] ? typed[..1] : "";
        var beginning = (typed ?? "").Trim('\'', '"');
        return words
            .Where(word => word.Word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(Quote(word.Word, quote), word.Word, CompletionResultType.ParameterValue, word.ToolTip.Length > 0 ? word.ToolTip : word.Word));
    }

    private static string Quote(string word, string quote)
    {
        // A bare word that begins with - would be taken for a parameter's name.
        var needsQuotes = word.StartsWith('-') || word.Any(character => !char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.' or ':' or '/'));
        return quote switch
        {
            "\"" => $"\"{word.Replace("`", "``", StringComparison.Ordinal).Replace("\"", "`\"", StringComparison.Ordinal).Replace("$", "`$", StringComparison.Ordinal)}\"",
            _ when needsQuotes || quote.Length > 0 => $"'{CodeGeneration.EscapeSingleQuotedStringContent(word)}'",
            _ => word,
        };
    }
}
