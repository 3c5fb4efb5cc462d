using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lucca;

/// <summary>
/// Replaces references by embedded resources. A resource replaces the first reference that reaches it; the others get its name, so that an
/// object holds each resource once and never itself.
/// </summary>
internal sealed class EmbeddedResolver(Embedded embedded) : ReferenceVisitor
{
    // A queue, not recursion: a long chain of resources would overflow the stack.
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

        // A shared resource may have replaced the reference already; each resource that reaches it still visits it.
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

    /// <summary>Shares one object among references to the same resource: a thousand employees refer to a few departments.</summary>
    private Reference Shared(Reference reference)
    {
        if (reference.UnknownMembers is not null)
        {
            return reference;
        }

        if (_references.TryGetValue(reference, out var shared) && (shared is NamedReference || reference is not NamedReference))
        {
            return shared;
        }

        _references[reference] = reference;
        return reference;
    }
}
