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
    /// <exception cref="BadArgumentException">It is no template.</exception>
    public FileNaming(object pattern)
    {
        _script = PipelineInput.Unwrap(pattern) as ScriptBlock;
        _template = _script is null ? new FileNameTemplate(pattern.ToString() ?? "") : null;
    }

    /// <summary>The safe name for an item. Slashes within it become <c>_</c>; what no file system takes is left out.</summary>
    /// <exception cref="BadArgumentException">The item cannot be named.</exception>
    public PlannedName NameFor(DownloadItem item)
    {
        var planned = _template?.NameFor(item) ?? Run(_script!, item);
        var safe = Safe(planned.Name, "");
        return safe.Length > 0
            ? planned with { Name = safe }
            : throw new BadArgumentException(
                $"-FileName does not produce a valid file name for {item.Name}.",
                null,
                "Use a property that every item has, such as {Id}.");
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
            throw new BadArgumentException(
                $"-FileName failed for {item.Name}: {failed.Message}", null, "Correct the script block; $_ is the input object.", failed);
        }
    }
}

/// <summary>A file name that is known before the file is asked for.</summary>
/// <param name="Name">The safe name, with its extension or without.</param>
/// <param name="HasExtension">Whether the extension is part of it; else the media type gives one.</param>
internal sealed record PlannedName(string Name, bool HasExtension)
{
    /// <summary>The name of a file of some media type.</summary>
    public string For(string? mediaType) => HasExtension ? Name : Name + MediaTypeNames.ExtensionFor(mediaType);
}
