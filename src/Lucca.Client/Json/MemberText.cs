using System.Collections;
using System.Globalization;

namespace Lucca;

/// <summary>
/// Values by name as text, for a table or a CSV file: <c>type: string, maximum: 3</c>, with braces around nested values. Empty values,
/// such as missing translations, are omitted.
/// </summary>
internal static class MemberText
{
    /// <summary>The text of a dictionary.</summary>
    public static string Of(IDictionary members)
    {
        var texts = new List<string>(members.Count);
        foreach (DictionaryEntry member in members)
        {
            if (TextOf(member.Value) is { Length: > 0 } value)
            {
                texts.Add($"{member.Key}: {value}");
            }
        }

        return string.Join(", ", texts);
    }

    private static string TextOf(object? value) => value switch
    {
        IDictionary inner => Of(inner) is { Length: > 0 } text ? $"{{{text}}}" : "",
        string text => text,
        IEnumerable several => $"[{string.Join(", ", several.Cast<object?>().Select(TextOf))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>Values by name, in any case.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class Members<T> : Dictionary<string, T>
{
    /// <summary>Creates an empty dictionary.</summary>
    public Members()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All values with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}

/// <summary>The member <c>t9n</c>: the texts of each translated field by language tag, such as <c>fr-FR</c>.</summary>
public sealed class Translations : Dictionary<string, Members<string?>?>
{
    /// <summary>Creates an empty dictionary.</summary>
    public Translations()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All texts, with the names of fields and languages.</summary>
    public override string ToString() => MemberText.Of(this);
}
