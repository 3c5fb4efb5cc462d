using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Completion;

/// <summary>Offers words for completion, quoted as the user began to quote.</summary>
internal static class Offer
{
    /// <summary>The words that begin with what was typed.</summary>
    public static IEnumerable<CompletionResult> Beginning(string? typed, IEnumerable<(string Word, string ToolTip)> words)
    {
        var beginning = Unquote(typed);
        return All(typed, words.Where(word => word.Word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>All the words.</summary>
    public static IEnumerable<CompletionResult> All(string? typed, IEnumerable<(string Word, string ToolTip)> words)
    {
        var quote = typed is ['\'' or '"', ..] ? typed[0] : (char?)null;
        return words.Select(word => new CompletionResult(
            Quote(word.Word, quote), word.Word, CompletionResultType.ParameterValue, word.ToolTip.Length > 0 ? word.ToolTip : word.Word));
    }

    /// <summary>What was typed, without the quotes around it.</summary>
    public static string Unquote(string? typed) => (typed ?? "").Trim('\'', '"');

    private static string Quote(string word, char? quote)
    {
        // A bare word that begins with - would be taken for a parameter's name.
        var needsQuotes = word.StartsWith('-')
            || word.Any(character => !char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.' or ':' or '/'));
        return quote switch
        {
            '"' => '"' + word
                .Replace("`", "``", StringComparison.Ordinal)
                .Replace("\"", "`\"", StringComparison.Ordinal)
                .Replace("$", "`$", StringComparison.Ordinal) + '"',
            _ when needsQuotes || quote is not null => $"'{CodeGeneration.EscapeSingleQuotedStringContent(word)}'",
            _ => word,
        };
    }
}
