using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Resources that a reply brought along: first key the type (<c>employment</c>), second key the id.</summary>
/// <remarks>They may be partial or stale, and a key may differ from the id that refers to it (lucca-resources, sections 1 and 6).</remarks>
[JsonConverter(typeof(EmbeddedConverter))]
public sealed class Embedded : Dictionary<string, Dictionary<string, Resource>>
{
    /// <summary>Nothing embedded.</summary>
    public Embedded()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>Gives each reference of a resource, and of what it reaches, the embedded resource that it means.</summary>
    /// <param name="resource">The resource whose references are to be resolved.</param>
    /// <returns>The part of the embedded resources that the resource reaches.</returns>
    internal Embedded ResolveReferencesOf(Resource resource)
    {
        var reached = new Embedded();

        // A list of work, not recursion: a reply could chain more of them than a stack holds.
        var open = new Stack<Resource>([resource]);
        while (open.TryPop(out var next))
        {
            foreach (var (type, reference) in next.References)
            {
                if (reference is null)
                {
                    continue;
                }

                reference.Resource ??= TryGetValue(type, out var ofType) ? ofType.GetValueOrDefault(reference.Id) : null;

                // What is reached through a shared resource is resolved already, but belongs to each that reaches it.
                if (reference.Resource is { } found && reached.Add(type, reference.Id, found))
                {
                    open.Push(found);
                }
            }
        }

        return reached;
    }

    private bool Add(string type, string id, Resource resource)
    {
        TryAdd(type, []);
        return this[type].TryAdd(id, resource);
    }
}
