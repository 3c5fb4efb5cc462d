using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lucca.Api;

namespace Lucca.Client.Tests.Models;

/// <summary>The members that a model does not know, as values.</summary>
internal static class UnknownMembers
{
    extension(OpenObject part)
    {
        public IReadOnlyDictionary<string, object?> AdditionalProperties => PlainValue.FromMembers(part.UnknownMembers);
    }
}

/// <summary>A full document of one resource, every documented field filled in.</summary>
public static class Example
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(Example).Assembly.Location)!, "Examples");

    public static TheoryNames Names => new(Resources.All.Select(resource => resource.Name));

    public static string Json(string name) => System.IO.File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static JsonObject Node(string name) => JsonNode.Parse(Json(name))!.AsObject();

    public static Resource Read(string name, string? json = null) =>
        ResourceReader.Read(Encoding.UTF8.GetBytes(json ?? Json(name)), LuccaJson.Default.GetTypeInfo(ResourceTypes.Find(name))!);

    public static T Read<T>(string name)
        where T : Resource => (T)Read(name);

    public static PropertyInfo? Property(object model, string member) =>
        Array.Find(model.GetType().GetProperties(Any), property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == member)
        ?? model.GetType().GetProperty(member, Any | BindingFlags.IgnoreCase);
}
