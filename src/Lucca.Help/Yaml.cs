using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Lucca.Help;

/// <summary>Reads the YAML of a page. A key that the help does not show is passed over.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

    /// <summary>Reads a map.</summary>
    /// <exception cref="FormatException">It is no YAML, or not of that shape.</exception>
    public static T Read<T>(string path, string text)
    {
        try
        {
            return Deserializer.Deserialize<T>(text);
        }
        catch (YamlException wrong)
        {
            throw new FormatException($"{path}: {wrong.Message}", wrong);
        }
    }
}
