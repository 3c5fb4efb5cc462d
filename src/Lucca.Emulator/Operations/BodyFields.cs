using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Reads and checks the fields of a body that is written to a resource.</summary>
internal sealed class BodyFields(ApiCall call, JsonObject body)
{
    /// <summary>Whether the body has a field, be it null.</summary>
    public bool Has(string name) => body.ContainsKey(name);

    /// <summary>A text of 1 to a number of characters.</summary>
    public string Text(string name, int maxLength = int.MaxValue)
        => TextOrNull(name, maxLength) is { Length: > 0 } text ? text : throw Problem.Invalid(name, $"The {name} field is required.");

    /// <summary>A text, or null.</summary>
    public string? TextOrNull(string name, int maxLength = int.MaxValue) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) && text.Length <= maxLength => text,
        _ => throw Problem.Invalid(name, $"The {name} field must be a text of at most {maxLength} characters."),
    };

    /// <summary>An integer from 0 on.</summary>
    public int Number(string name) => body[name] is JsonValue value && value.TryGetValue(out int number) && number >= 0
        ? number
        : throw Problem.Invalid(name, $"The {name} field must be an integer from 0 on.");

    /// <summary>One of a set of texts.</summary>
    public string OneOf(string name, IReadOnlyList<string> values) => Text(name) is var text && values.Contains(text)
        ? text
        : throw Problem.Invalid(name, $"The {name} field must be one of {string.Join(", ", values)}.");

    /// <summary>An array of texts.</summary>
    public JsonArray Texts(string name) => body[name] is JsonArray { Count: > 0 } items && items.All(IsText)
        ? (JsonArray)items.DeepClone()
        : throw Problem.Invalid(name, $"The {name} field must be an array of texts.");

    /// <summary>A reference such as <c>{ "id": "416" }</c> to a resource that exists, or null.</summary>
    public JsonObject? Reference(string name, string type) => body[name] switch
    {
        null => null,
        var node => ReferenceOf(name, type, node),
    };

    /// <summary>An array of references, or null.</summary>
    public JsonArray? References(string name, string type) => body[name] switch
    {
        null => null,
        JsonArray { Count: > 0 } items => [.. items.Select(item => ReferenceOf(name, type, item))],
        _ => throw Problem.Invalid(name, $"The {name} field must be null or an array of references."),
    };

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    private JsonObject ReferenceOf(string name, string type, JsonNode? node)
        => node is JsonObject reference && reference["id"] is JsonValue value && value.TryGetValue(out string? id)
            && call.Tenant.Tables.TryFind(Row.PathOf(type), id) is not null
            ? Row.Reference(type, id)
            : throw Problem.Invalid(name, $"The {name} field must refer to an existing {type} by its id.");
}

/// <summary>A JSON body of a request.</summary>
internal static class JsonBody
{
    public static async Task<JsonObject> ReadAsync(ApiCall call, CancellationToken cancellationToken)
        => await ReadIfAnyAsync(call, cancellationToken).ConfigureAwait(false)
            ?? throw Problem.Invalid("body", "A JSON object is required.");

    /// <summary>The body as an object; null when the request has none.</summary>
    public static async Task<JsonObject?> ReadIfAnyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var content = call.Request.Content;
        var bytes = content is null ? [] : await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (bytes.Length == 0)
        {
            return null;
        }

        if (content!.Headers.ContentType?.MediaType is not { } mediaType || !mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem.UnsupportedMediaType("The body must be application/json.");
        }

        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw Problem.Invalid("body", "The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw Problem.Invalid("body", exception.Message);
        }
    }
}
