using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lucca.Api;

/// <summary>Replaces references by the resources found, and collects the ids of the others.</summary>
internal sealed class ReferenceExpander(IReadOnlyDictionary<string, ReferencedResources> byMember) : ReferenceVisitor
{
    private readonly Dictionary<ReferencedResources, HashSet<string>> _missing = [];

    /// <summary>The ids to request.</summary>
    public IReadOnlyDictionary<ReferencedResources, HashSet<string>> Missing => _missing;

    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(reference))]
    public override Reference? Visit(string type, Reference? reference, [CallerArgumentExpression(nameof(reference))] string member = "")
    {
        if (reference is null or Resource || !byMember.TryGetValue(member, out var kind))
        {
            return reference;
        }

        if (kind.IsSettled(reference.Id, out var resource))
        {
            return resource ?? reference;
        }

        _missing.TryAdd(kind, new HashSet<string>(StringComparer.Ordinal));
        _missing[kind].Add(reference.Id);
        return reference;
    }
}
