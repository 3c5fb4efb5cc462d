using System.Collections.ObjectModel;

namespace Lucca;

/// <summary>The members of a JSON object without a model. Their text is all of them with their names.</summary>
/// <param name="members">The values by name.</param>
public sealed class PlainMembers(IDictionary<string, object?> members) : ReadOnlyDictionary<string, object?>(members)
{
    /// <summary>All of them with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}
