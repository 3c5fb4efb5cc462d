using System.Collections;
using System.Globalization;

namespace Lucca;

/// <summary>Values by name as text, for a cell of a table or of a CSV file: <c>type: string, maximum: 3</c>, with braces around what is within.</summary>
internal static class MemberText
{
    /// <summary>The text of a dictionary.</summary>
    public static string Of(IDictionary members)
    {
        var texts = new List<string>(members.Count);
        foreach (DictionaryEntry member in members)
        {
            texts.Add($"{member.Key}: {Within(member.Value)}");
        }

        return string.Join(", ", texts);
    }

    private static string Within(object? value) => value switch
    {
        IDictionary inner => $"{{{Of(inner)}}}",
        string text => text,
        IEnumerable several => $"[{string.Join(", ", several.Cast<object?>().Select(Within))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
