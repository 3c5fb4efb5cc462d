using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes templates of file names with properties that identify an item. Ids and addresses alone have no name.</summary>
public sealed class FileNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(commandName);
        ArgumentNullException.ThrowIfNull(commandAst);
        var isFile = commandName.EndsWith("File", StringComparison.OrdinalIgnoreCase);
        return Offer.Beginning(wordToComplete, (InputOf(commandAst) is { } input && IsText(input, isFile), isFile) switch
        {
            (true, true) => [("{FileId}", "The id of the file")],
            (true, false) => [("{PortraitId}", "The id of the portrait")],
            _ => [("{Id}", "The id of the input"), ("{Name}", "The name of the input")],
        });
    }

    /// <summary>What the command gets as input; null where that cannot be known.</summary>
    private static Ast? InputOf(CommandAst command)
    {
        if (command.Parent is PipelineAst { PipelineElements: var elements } && elements.IndexOf(command) is > 0 and var place)
        {
            return (elements[place - 1] as CommandExpressionAst)?.Expression;
        }

        var given = StaticParameterBinder.BindCommand(command).BoundParameters;
        return (given.GetValueOrDefault("Id") ?? given.GetValueOrDefault("Link"))?.Value;
    }

    /// <summary>Whether it is ids, or addresses of files. The name of an employee stands for an object.</summary>
    private static bool IsText(Ast input, bool isFile) => input switch
    {
        ArrayLiteralAst several => several.Elements.All(one => IsText(one, isFile)),
        StringConstantExpressionAst text => isFile || NameLookup.IsId(Resources.Employees, text.Value),
        ConstantExpressionAst => true,
        _ => false,
    };
}
