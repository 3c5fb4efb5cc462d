using System.Text.Json;

namespace Lucca;

/// <summary>Reads text that may hold half a character, such as <c>\ud800</c> alone: JSON lets it through, and text cannot hold it.</summary>
internal static class JsonText
{
    /// <summary>The text; as it was written, escapes and all, when it holds half a character.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText().Trim('"');
        }
    }

    /// <summary>The name of a member; the replacement character when it holds half a character.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }
}
