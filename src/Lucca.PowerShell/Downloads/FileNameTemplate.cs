using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Downloads;

/// <summary>
/// A file name with places for properties, such as <c>{FamilyName}-{Id}.jpg</c>. Doubled braces stand for themselves. An extension is
/// what the template itself ends in: a dot within a property's value makes none, and without one, or with <c>.{Extension}</c>, the
/// media type gives it.
/// </summary>
internal sealed partial class FileNameTemplate
{
    private readonly MatchCollection _parts;
    private readonly bool _hasExtension;

    public FileNameTemplate(string template)
    {
        _parts = Parts().Matches(TypeOfContent().Replace(template, ""));
        if (_parts.Any(part => part.Groups["stray"].Success || part.Value is "/" or "\\"))
        {
            throw DownloadOptions.Contradiction(
                $"'{template}' is not a valid file name template: braces must enclose a property, and a folder belongs in -OutFile "
                + "or -OutDirectory.",
                "Write, for instance: -FileName '{Id}'");
        }

        _hasExtension = _parts.Count > 0 && Extension().IsMatch(Tail());
    }

    /// <summary>The name for an item.</summary>
    /// <exception cref="BadArgumentException">The item has no such property, or the property has no value.</exception>
    public PlannedName NameFor(DownloadItem item)
    {
        var name = new StringBuilder();
        foreach (var part in _parts.Cast<Match>())
        {
            name.Append(part.Groups["name"] is { Success: true, Value: var property } ? ValueOf(property, item) : Literal(part));
        }

        return new PlannedName(name.ToString(), _hasExtension);
    }

    private static string Literal(Match part) => part.Value is "{{" or "}}" ? part.Value[..1] : part.Value;

    private static string ValueOf(string property, DownloadItem item)
    {
        if (!item.TryGet(property.Trim(), out var value))
        {
            throw DownloadOptions.Contradiction(
                $"-FileName uses {{{property}}}, which {item.Name} does not have.",
                "Use a property of the input, or {Id}; Get-Member lists the properties.");
        }

        var text = value switch
        {
            DateTimeOffset moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new BadArgumentException(
                $"{item.Name} has no {property}, which -FileName uses.",
                null,
                "Use a property that every item has, such as {Id}, or a script block.");
    }

    /// <summary>The characters after the last property.</summary>
    private string Tail() => string.Concat(_parts.Reverse().TakeWhile(part => !part.Groups["name"].Success).Reverse().Select(Literal));

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[^{}]+)\}|(?<stray>[{}])|[^{}]", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,8}$")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\.\{Extension\}$", RegexOptions.IgnoreCase)]
    private static partial Regex TypeOfContent();
}
