using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lucca;

/// <summary>
/// Puts the resources that a response embedded in the place of the references that mean them. A resource stands at the first reference that
/// reaches it; the others get its name, so that an object holds each fact once and never itself.
/// </summary>
internal sealed class EmbeddedResolver(Embedded embedded) : ReferenceVisitor
{
    // A list of work, not recursion: a response could chain more of them than a stack holds.
    private readonly Queue<Resource> _open = [];
    private readonly HashSet<Reference> _placed = [];
    private readonly Dictionary<Reference, Reference> _references = [];

    /// <summary>Resolves the references of a resource, and of what it reaches.</summary>
    public void Resolve(Resource resource)
    {
        _placed.Clear();
        _placed.Add(resource);
        _open.Enqueue(resource);
        while (_open.TryDequeue(out var next))
        {
            next.ShareId();
            next.Visit(this);
        }
    }

    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(reference))]
    public override Reference? Visit(string type, Reference? reference, [CallerArgumentExpression(nameof(reference))] string member = "")
    {
        if (reference is null)
        {
            return null;
        }

        reference.ShareId();

        // What is reached through a shared resource may be in its place already, but belongs to each that reaches it.
        var found = reference as Resource ?? Lookup(type, reference);
        if (found is null)
        {
            return Shared(reference);
        }

        if (found.Id != reference.Id || (reference is not Resource && _placed.Contains(found)))
        {
            return Shared(NamedReference.Of(reference, found.KnownName));
        }

        Reach(found);
        return found;
    }

    /// <inheritdoc/>
    public override Resource? Find(string type, Reference? reference)
    {
        var found = Lookup(type, reference);
        if (found is not null)
        {
            Reach(found);
        }

        return found;
    }

    private Resource? Lookup(string type, Reference? reference) =>
        reference is not null && embedded.TryGetValue(type, out var ofType) ? ofType.GetValueOrDefault(reference.Id) : null;

    private void Reach(Resource found)
    {
        if (_placed.Add(found))
        {
            _open.Enqueue(found);
        }
    }

    /// <summary>References to the same resource are one object: a list of a thousand employees refers to a few departments.</summary>
    private Reference Shared(Reference reference)
    {
        if (reference.UnknownMembers is not null)
        {
            return reference;
        }

        if (_references.TryGetValue(reference, out var known) && (known is NamedReference || reference is not NamedReference))
        {
            return known;
        }

        _references[reference] = reference;
        return reference;
    }
}
