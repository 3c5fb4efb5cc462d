namespace Lucca;

/// <summary>Which model stands for a resource type's name.</summary>
internal static class ResourceTypes
{
    private static readonly Dictionary<string, Type> Models = new(StringComparer.Ordinal)
    {
        ["department"] = typeof(Department),
        ["employee"] = typeof(Employee),
        ["file"] = typeof(File),
        ["portrait"] = typeof(Portrait),
    };

    /// <summary>The model of a type; <see cref="UnknownResource"/> for a type that this version does not know.</summary>
    public static Type Find(string type) => Models.GetValueOrDefault(type, typeof(UnknownResource));
}
