using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lucca;

/// <summary>Goes through the references of a resource and may put something better in their place: the resource meant, or its name.</summary>
internal abstract class ReferenceVisitor
{
    /// <summary>Takes a reference.</summary>
    /// <param name="type">The type under which the API embeds what it refers to.</param>
    /// <param name="reference">The reference, or the resource that already stands in its place; null when there is none.</param>
    /// <param name="member">The property that holds it.</param>
    /// <returns>What the property is to hold from now on.</returns>
    [return: NotNullIfNotNull(nameof(reference))]
    public abstract Reference? Visit(string type, Reference? reference, [CallerArgumentExpression(nameof(reference))] string member = "");

    /// <summary>The resource that a reference means, for a property that keeps the reference as it is; null when it is not at hand.</summary>
    public virtual Resource? Find(string type, Reference? reference) => null;

    /// <summary>Takes each reference of a list.</summary>
    /// <param name="type">The type under which the API embeds what they refer to.</param>
    /// <param name="references">The list; null when there is none.</param>
    /// <param name="member">The property that holds it.</param>
    public void VisitEach(string type, Values<Reference>? references, [CallerArgumentExpression(nameof(references))] string member = "")
    {
        for (var place = 0; place < (references?.Count ?? 0); place++)
        {
            references![place] = Visit(type, references[place], member);
        }
    }
}
