using System.Management.Automation;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter take one word or several, each spelled as the API has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class WordsAttribute : ArgumentTransformationAttribute
{
    /// <summary>The words as the API spells them.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A word, or a list of them.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } many ? many.Cast<object?>().Select(Spelled).ToArray() : new[] { Spelled(inputData) };

    /// <summary>One word as the API spells it.</summary>
    /// <param name="given">What was given.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It is none of the words that there are.</exception>
    private protected abstract string? Spelled(object? given);
}
