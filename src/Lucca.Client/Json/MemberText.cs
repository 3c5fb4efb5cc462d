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

/// <summary>Values by name, which may be in any case. Their text is all of them with their names.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class Members<T> : Dictionary<string, T>
{
    /// <summary>None.</summary>
    public Members()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All of them with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}

/// <summary>The member <c>t9n</c>: for each translated field its text by language tag, such as <c>fr-FR</c>. The plain field is the fallback.</summary>
public sealed class Translations : Dictionary<string, Members<string?>?>
{
    /// <summary>Nothing translated.</summary>
    public Translations()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All of them, with the names of fields and languages.</summary>
    public override string ToString() => MemberText.Of(this);
}
