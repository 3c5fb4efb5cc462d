namespace Lucca.Emulator.Resources;

/// <summary>The plural of a resource's type: its path, and the type of its collection.</summary>
internal static class Plural
{
    public static string Of(string type) => type.EndsWith('y') ? type[..^1] + "ies" : type + "s";
}
