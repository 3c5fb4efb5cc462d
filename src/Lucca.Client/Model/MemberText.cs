using System.Collections;
using System.Globalization;

namespace Lucca;

/// <summary>
/// Values by name as text, for a cell of a table or of a CSV file: <c>type: string, maximum: 3</c>, with braces around what is within.
/// What has no value is left out, such as a language without a translation.
/// </summary>
internal static class MemberText
{
    /// <summary>The text of a dictionary.</summary>
    public static string Of(IDictionary members)
    {
        var texts = new List<string>(members.Count);
        foreach (DictionaryEntry member in members)
        {
            if (Within(member.Value) is { Length: > 0 } value)
            {
                texts.Add($"{member.Key}: {value}");
            }
        }

        return string.Join(", ", texts);
    }

    private static string Within(object? value) => value switch
    {
        IDictionary inner => Of(inner) is { Length: > 0 } text ? $"{{{text}}}" : "",
        string text => text,
        IEnumerable several => $"[{string.Join(", ", several.Cast<object?>().Select(Within))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
