using System.Xml.Linq;

namespace Lucca.Help;

/// <summary>Writes pages as MAML, the XML in which Get-Help looks for the help of compiled commands.</summary>
internal static class Maml
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Document(IEnumerable<CommandPage> pages) => new(
        new XElement(
            XNamespace.Get("http://msh") + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "maml", Text),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            pages.Select(Page)));

    private static XElement Page(CommandPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1]),
            Paragraphs("description", [page.Synopsis])),
        Paragraphs("description", page.Description),
        new XElement(Command + "syntax", page.Syntax.Select(syntax => Syntax(page, syntax))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, parameter.Uses[0]))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => Type("inputType", type))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => Type("returnValue", type))),
        new XElement(Text + "alertSet", new XElement(Text + "alert", page.Notes.Select(Paragraph))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.Links.Prepend(new RelatedLink("Online Version:", page.HelpUri)).Select(Link)));

    private static XElement Syntax(CommandPage page, CommandSyntax syntax) => new(
        Command + "syntaxItem",
        new XElement(Text + "name", page.Name),
        from name in syntax.Parameters
        let parameter = page.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        let use = parameter?.In(syntax.Set)
        where use is not null
        select Parameter(parameter, use, inSyntax: true));

    private static XElement Parameter(CommandParameter parameter, ParameterUse use, bool inSyntax = false) => new(
        Command + "parameter",
        new XAttribute("required", Word(use.IsRequired)),
        new XAttribute("variableLength", Word(parameter.Type.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Word(parameter.SupportsWildcards)),
        new XAttribute("pipelineInput", use.PipelineInput),
        new XAttribute("position", use.Position.ToLowerInvariant()),
        new XAttribute("aliases", parameter.Aliases.Length > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(Text + "name", parameter.Name),
        Paragraphs(
            "description",
            parameter.AcceptedValues is { Length: > 0 }
                ? [.. parameter.Description, $"Accepted values: {string.Join(", ", parameter.AcceptedValues)}."]
                : parameter.Description),
        inSyntax && parameter.AcceptedValues is { Length: > 0 }
            ? new XElement(Command + "parameterValueGroup", parameter.AcceptedValues.Select(Value))
            : null,
        parameter.IsSwitch && inSyntax ? null : Value(parameter.ShortType),
        new XElement(Dev + "type", new XElement(Text + "name", parameter.ShortType), new XElement(Text + "uri")),
        new XElement(Dev + "defaultValue", parameter.DefaultValue.Length > 0 ? parameter.DefaultValue : "None"));

    private static XElement Value(string text) =>
        new(Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), text);

    private static XElement Type(string element, DescribedType type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Text + "name", type.Name)),
        Paragraphs("description", type.Description));

    private static XElement Example(CommandExample example, int index) => new(
        Command + "example",
        new XElement(Text + "title", $"Example {index + 1}: {example.Title.Split(": ", 2)[^1]}"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", example.Remarks.Select(Paragraph)));

    /// <summary>Get-Help -Online opens the address of the first link.</summary>
    private static XElement Link(RelatedLink link) => new(
        Text + "navigationLink",
        new XElement(Text + "linkText", link.Text),
        new XElement(Text + "uri", link.Uri.StartsWith("https:", StringComparison.Ordinal) ? link.Uri : ""));

    private static XElement Paragraphs(string element, IEnumerable<string> texts) => new(Text + element, texts.Select(Paragraph));

    private static XElement Paragraph(string text) => new(Text + "para", text);

    private static string Word(bool value) => value ? "true" : "false";
}
