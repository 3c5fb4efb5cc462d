using System.Text.Json;

namespace Lucca;

/// <summary>An item of a list that does not fit its model. The others of the page are good.</summary>
/// <param name="Id">The item's id; null when it cannot be read either.</param>
/// <param name="Problem">What is wrong with it: a sentence.</param>
/// <param name="Cause">What the serializer met.</param>
public sealed record OddItem(string? Id, string Problem, JsonException Cause)
{
    /// <summary>Says what is wrong with an item.</summary>
    internal static OddItem Of(string kind, int place, ReadOnlyMemory<byte> json, JsonException wrong)
    {
        var id = IdOf(json);
        var item = id is null ? $"Item {place} of the list of {kind} resources" : $"The {kind} '{id}'";
        var field = wrong.Path is { Length: > 2 } path ? $" at '{path[2..]}'" : "";
        return new OddItem(id, $"{item} does not fit{field}: the server sent something else than the API describes. The others of the list are not affected.", wrong);
    }

    private static string? IdOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, LuccaJson.Default.UnknownResource)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
