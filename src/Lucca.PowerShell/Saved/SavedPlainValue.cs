using System.Collections;
using Lucca.PowerShell.Binding;

namespace Lucca.PowerShell.Saved;

/// <summary>JSON without a model as it was before it was written to a file, which holds it as hashtables and lists of PowerShell's.</summary>
internal static class SavedPlainValue
{
    /// <summary>The value.</summary>
    public static object? Of(object? saved) => PipelineInput.Unwrap(saved) switch
    {
        string text => text,
        IDictionary members => new PlainMembers(members.Cast<DictionaryEntry>().ToDictionary(member => member.Key.ToString()!, member => Of(member.Value), StringComparer.OrdinalIgnoreCase)),
        IEnumerable items => Values<object?>.Of(items.Cast<object?>().Select(Of)),
        var other => other,
    };
}
