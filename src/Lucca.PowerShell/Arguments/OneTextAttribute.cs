using System.Management.Automation;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Says clearly that a parameter takes one text: PowerShell converts no list to text, and says only that a method is not supported.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the text may hold several words.</summary>
    public bool HasWords { get; set; }

    /// <summary>The text; that of a list of one, too.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">What was given.</param>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => Only(inputData, HasWords);

    /// <summary>What was given, or the one item of a list.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The list has none, or several.</exception>
    internal static object? Only(object? given, bool hasWords = false) =>
        LanguagePrimitives.GetEnumerable(given)?.Cast<object?>().ToArray() switch
        {
            null => given,
            [var one] => Only(one, hasWords),
            var many => throw new ArgumentTransformationMetadataException(
                $"Give one text, not a list of {many.Length}.{(hasWords ? " Put several words into one text, such as 'jane doe'." : "")}"),
        };
}
