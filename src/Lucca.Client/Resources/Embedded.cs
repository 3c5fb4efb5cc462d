namespace Lucca;

/// <summary>Resources that a response brought along: first key the type (<c>employment</c>), second key the id.</summary>
/// <remarks>They may be partial or stale, and a key may differ from the id that refers to it (docs/api.md#includes).</remarks>
internal sealed class Embedded() : Dictionary<string, Dictionary<string, Resource>>(StringComparer.OrdinalIgnoreCase)
{
    /// <summary>What did not fit, each by its type and id.</summary>
    public List<string> Omitted { get; } = [];
}
