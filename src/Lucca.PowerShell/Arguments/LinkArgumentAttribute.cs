using System.Collections;
using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Lets a parameter that takes links take text, a URI, a member of a resource's links, or an href; from then on its token is out of sight.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinkArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The links of what was given.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A link in any form, or a list of them.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } many
            ? Links(many)
            : LinkOf(inputData) ?? throw new ArgumentTransformationMetadataException("The link is empty.");

    private static LinkUri[] Links(IEnumerable many)
    {
        LinkUri[] links =
            [.. many.Cast<object?>()
                .Select(one => LinkOf(one) ?? throw new ArgumentTransformationMetadataException("One of the links is empty."))];
        return links.Length > 0 ? links : throw new ArgumentTransformationMetadataException("The list of links is empty.");
    }

    /// <summary>The link that a value is; null when it is none.</summary>
    internal static LinkUri? LinkOf(object? value) => PipelineInput.Unwrap(value) switch
    {
        LinkUri uri => uri,
        Link link => link.Href,
        Uri uri => new LinkUri(uri.OriginalString),
        string { Length: > 0 } text => new LinkUri(text),
        _ => null,
    };
}
