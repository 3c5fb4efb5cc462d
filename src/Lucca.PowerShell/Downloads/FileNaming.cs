using System.Management.Automation;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Downloads;

/// <summary>Names downloads by the value of -FileName: a template, or a script block that finds the item in <c>$_</c>.</summary>
internal sealed class FileNaming
{
    private readonly FileNameTemplate? _template;
    private readonly ScriptBlock? _script;

    /// <summary>Reads the value of -FileName.</summary>
    /// <exception cref="LocalFileException">It is no template.</exception>
    public FileNaming(object pattern)
    {
        _script = PipelineInput.Unwrap(pattern) as ScriptBlock;
        _template = _script is null ? new FileNameTemplate(pattern.ToString() ?? "") : null;
    }

    /// <summary>The safe name for an item. Slashes within it become <c>_</c>; what no file system takes is left out.</summary>
    /// <exception cref="LocalFileException">The item cannot be named.</exception>
    public PlannedName NameFor(DownloadItem item)
    {
        var planned = _template?.NameFor(item) ?? Run(_script!, item);
        var safe = Safe(planned.Name, "");
        return safe.Length > 0
            ? planned with { Name = safe }
            : throw new LocalFileException(LocalFileProblem.BadName, $"-FileName does not produce a valid file name for {item.Name}. Nothing was sent.", "Use a property that every item has, such as {Id}.");
    }

    /// <summary>The safe name of its own that an item has.</summary>
    public static PlannedName OwnNameOf(DownloadItem item) => new(Safe(item.Name, "download"), HasExtension: false);

    private static string Safe(string name, string fallback) => SafeFileName.From(name.Replace('/', '_').Replace('\\', '_'), fallback);

    /// <summary>A script's name has an extension when it ends in one that is known: <c>Jane.Doe</c> ends in none.</summary>
    private static PlannedName Run(ScriptBlock script, DownloadItem item)
    {
        try
        {
            var name = string.Concat(script.InvokeWithContext(null, [new PSVariable("_", item.Input)]));
            return new PlannedName(name, MediaTypeNames.IsKnownExtension(name));
        }
        catch (RuntimeException failed) when (failed is not PipelineStoppedException)
        {
            throw new LocalFileException(LocalFileProblem.BadName, $"-FileName failed for {item.Name}: {failed.Message} Nothing was sent.", "Correct the script block; $_ is the input object.", failed);
        }
    }
}
