using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A link to a file, and what is known of the file by what refers to it.</summary>
/// <param name="Address">The link.</param>
/// <param name="Input">What the user gave: the link, or the object that refers to the file.</param>
/// <param name="Name">A name for the file that no other has; null when nothing is known but the link.</param>
internal sealed record FileLink(LinkUri Address, object Input, string? Name)
{
    private const string Pipe = "Pipe links, or objects got with -Include links.";

    /// <summary>A link by itself.</summary>
    public static FileLink To(LinkUri address) => new(address, address, Name: null);

    /// <summary>The files that an input means: the one that it links to, or all that it refers to.</summary>
    /// <exception cref="BadArgumentException">It can mean none.</exception>
    public static IReadOnlyList<FileLink> Of(object? input) => PipelineInput.Unwrap(input) switch
    {
        File { Links: null } uploaded => throw new BadArgumentException(
            $"The file {uploaded.Id} has no link with a token, and the API does not publish how to read a file by its id alone.",
            input,
            "Read the file through the links of the object that has it."),
        Resource { Links: null } bare => throw new BadArgumentException(
            $"The {bare.Type} {bare.Id} has no links. Get it with -Include links.", input, Pipe),
        Resource resource => [.. Referred(resource)],
        _ when LinkArgumentAttribute.LinkOf(input) is { } link => [To(link)],
        _ => throw new BadArgumentException("The input is neither a link nor an object with links.", input, Pipe),
    };

    private static IEnumerable<FileLink> Referred(Resource resource)
    {
        foreach (var (relation, link) in resource.Links!)
        {
            if (link?.Href is { HasToken: true } address)
            {
                yield return new FileLink(address, resource, $"{resource.Type ?? "object"}-{resource.Id}-{relation}");
            }
        }
    }
}
