using System.Text.Json.Nodes;

namespace Lucca.Emulator.Demo;

/// <summary>The member <c>t9n</c>: a translated field, by language tag.</summary>
internal static class Translations
{
    public static JsonObject Of(string field, string? french = null, string? german = null) => new()
    {
        [field] = french is null && german is null ? null : new JsonObject { ["fr-FR"] = french, ["de-DE"] = german },
    };
}
