using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Input;

/// <summary>
/// Which kinds of resource an input says that it is: by its model, its type and its address. They may disagree, since the API prints
/// other words than its own at times (docs/api.md#resources); so only what surely means another resource is refused.
/// </summary>
internal sealed class ResourceKinds
{
    private readonly string[] _names;

    private ResourceKinds(params string?[] names) => _names = [.. names.OfType<string>().Distinct()];

    /// <summary>Nothing is known: it may be any.</summary>
    public static ResourceKinds Any { get; } = new();

    /// <summary>What to call it; null when nothing is known.</summary>
    public string? Name => _names.FirstOrDefault();

    /// <summary>Whether a column of its row says it, and neither a type nor an address.</summary>
    public bool IsByColumn { get; private init; }

    /// <summary>What to call it in a sentence; null when nothing is known.</summary>
    public string? Label => Name is { } name ? ResourceDescriptor.LabelOf(name) : null;

    /// <summary>That of a resource: its model says it, and for one without a model its own words.</summary>
    public static ResourceKinds Of(Resource resource) =>
        Resources.All.FirstOrDefault(one => one.Model.IsInstanceOfType(resource)) is { } known
            ? new ResourceKinds(known.Name)
            : new ResourceKinds(resource.Type ?? "unknown resource");

    /// <summary>Those of a reference; a type that is no resource's, such as the topic of an event, says nothing.</summary>
    public static ResourceKinds Of(Reference reference) =>
        new(Resources.All.Select(one => one.Name).FirstOrDefault(name => name == reference.Type), OfAddress(reference.Url));

    /// <summary>Those of an object without a model: read from a file, or brought by any request.</summary>
    public static ResourceKinds OfPlain(object input)
    {
        var wrapped = PSObject.AsPSObject(input);
        Type[] types = [.. SavedType.NamesOf(wrapped).Select(typeof(Resource).Assembly.GetType).OfType<Type>()];
        var kinds = new ResourceKinds(
            Array.Exists(types, type => type == typeof(DepartmentReference) || type == typeof(DepartmentNode))
                ? Resources.Departments.Name
                : Resources.All.FirstOrDefault(one => Array.Exists(types, one.Model.IsAssignableFrom))?.Name,
            OfAddress(PipelineInput.Unwrap(wrapped.Properties["Url"]?.Value)?.ToString()));

        // Nothing else has an employee number: the id beside it is no id of a contract or a portrait.
        return kinds.Name is null && wrapped.Properties[nameof(Employee.EmployeeNumber)] is not null
            ? new ResourceKinds(Resources.Employees.Name) { IsByColumn = true }
            : kinds;
    }

    /// <summary>Whether a resource of a kind may be meant.</summary>
    public bool MayBe(ResourceDescriptor wanted) => _names.Length == 0 || _names.Contains(wanted.Name);

    /// <summary>Whether it says itself that it is of a kind.</summary>
    public bool IsSurely(ResourceDescriptor wanted) => _names.Contains(wanted.Name);

    /// <summary>The kind that an address names by its path, which is singular at times; the path itself when no resource has it.</summary>
    private static string? OfAddress(string? address)
    {
        var segments = (address ?? "").Split('/', '?', '#');
        var root = Array.FindIndex(segments, segment => segment.Equals(LuccaRequest.ApiRoot, StringComparison.OrdinalIgnoreCase));
        return root >= 0 && root + 1 < segments.Length && segments[root + 1] is { Length: > 0 } path
            ? Resources.All.FirstOrDefault(one => path.Equals(one.Path, StringComparison.OrdinalIgnoreCase)
                || path.Equals(one.Name, StringComparison.OrdinalIgnoreCase))?.Name
                ?? path
            : null;
    }
}

/// <summary>What an object was before it was written to a file, came from another process, or was reduced by Select-Object.</summary>
internal static class SavedType
{
    private const string Prefix = "Deserialized.";
    private const string PrefixOfPart = "Selected.";

    /// <summary>The full name of its type; null for what was never written.</summary>
    public static string? NameOf(PSObject read) =>
        read.TypeNames is [var name, ..] && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    /// <summary>Whether a type may hold a resource: its model, or an object without a type of its own, such as a row of CSV.</summary>
    /// <param name="name">The full name of the type, as it was written; null for none.</param>
    /// <param name="model">The model.</param>
    public static bool MayHold(string? name, Type model)
    {
        var own = Own(name ?? "");
        return own.Length == 0
            || own == typeof(PSCustomObject).FullName
            || model.Assembly.GetType(own) is { } type && model.IsAssignableFrom(type);
    }

    /// <summary>
    /// The full names of its type and of those that this derived from; of a part of an object, that of its type alone. None for what was
    /// never anything else.
    /// </summary>
    public static IEnumerable<string> NamesOf(PSObject read) => read.TypeNames.Select(name => (name, Own: Own(name)))
        .Where(pair => pair.Own.Length < pair.name.Length).Select(pair => pair.Own);

    /// <summary>Whether Select-Object made it, with a part of the members of an object.</summary>
    public static bool IsReduced(PSObject read) =>
        read.TypeNames is [var name, ..] && name.Contains(PrefixOfPart, StringComparison.Ordinal);

    /// <summary>The name of a type without what PowerShell put before it.</summary>
    private static string Own(string name)
    {
        while (true)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                name = name[Prefix.Length..];
            }
            else if (name.StartsWith(PrefixOfPart, StringComparison.Ordinal))
            {
                name = name[PrefixOfPart.Length..];
            }
            else
            {
                return name;
            }
        }
    }
}
