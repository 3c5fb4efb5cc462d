using System.Text.Json;

namespace Lucca;

/// <summary>An item of a list that does not fit its model.</summary>
/// <param name="Id">The item's id; null when it cannot be read.</param>
/// <param name="Problem">A sentence about the problem.</param>
/// <param name="Cause">The serializer's exception.</param>
public sealed record MalformedItem(string? Id, string Problem, JsonException Cause)
{
    private JsonElement Json { get; init; }

    /// <summary>Describes a malformed item.</summary>
    internal static MalformedItem Of(string kind, int index, JsonElement json, JsonException wrong)
    {
        var content = json.Clone();
        var id = Text(content, "id");
        var item = id is null ? $"Item {index} of the list of {kind} resources" : $"The {kind} '{id}'";
        var field = wrong.Path is { Length: > 2 } path ? $" at '{path[2..]}'" : "";
        var problem = $"{item} is malformed{field}: it differs from what the API describes. "
            + "The other items of the list are not affected.";
        return new MalformedItem(id, problem, wrong) { Json = content };
    }

    /// <summary>The text of a member; null when it cannot be read.</summary>
    internal string? Text(string member) => Text(Json, member);

    private static string? Text(JsonElement json, string member)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value)
                && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && value.ToString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate is not text.
            return null;
        }
    }
}
