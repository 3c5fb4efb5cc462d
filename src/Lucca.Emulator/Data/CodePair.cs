using System.Text.Json.Nodes;

namespace Lucca.Emulator.Resources;

/// <summary>A code with the name of its format: tax number, industry code, insurance number.</summary>
internal static class CodePair
{
    public static JsonObject? OrNull((string Format, string Value)? pair)
        => pair is (var format, var value) ? new JsonObject { ["format"] = format, ["value"] = value } : null;
}
