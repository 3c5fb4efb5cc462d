using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter take the keys that a list can be sorted by, each also after a <c>-</c> for the other direction, and nothing else.</summary>
/// <typeparam name="T">The model.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortKeysAttribute<T> : WordsAttribute
    where T : Resource
{
    /// <summary>All words that may be given.</summary>
    internal static IEnumerable<string> Words => Resources.Of(typeof(T)).SortKeys.SelectMany(key => new[] { key, "-" + key });

    private protected override string Spelled(object? given) =>
        Words.FirstOrDefault(word => word.Equals(PipelineInput.Unwrap(given)?.ToString(), StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentTransformationMetadataException($"{InputText.Of(given)} is not a sort key. The keys are {string.Join(", ", Resources.Of(typeof(T)).SortKeys)}; a - before a key sorts in descending order.");
}
