using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Downloads;

/// <summary>
/// Where one download goes. The bytes are written to a temporary name beside the target and take the target's name only when all have
/// come, so that a failure leaves neither half a file nor a damaged old one.
/// </summary>
internal sealed class OutFile : IDisposable
{
    private readonly Destination _destination;
    private readonly PlannedName? _name;
    private readonly DownloadOptions _options;
    private TemporaryFile? _temporary;
    private UnixFileMode? _mode;

    /// <summary>A place for a download; nothing is touched yet.</summary>
    /// <param name="destination">The file, or the folder.</param>
    /// <param name="name">The name within a folder; null for the one that the server proposes.</param>
    /// <param name="options">What becomes of an existing file.</param>
    public OutFile(Destination destination, PlannedName? name, DownloadOptions options)
    {
        (_destination, _name, _options) = (destination, name, options);
        Target =
            !destination.IsFolder ? destination.Path : name is { HasExtension: true } ? Path.Combine(destination.Path, name.Name) : null;
        KnownName = Target ?? (name is null ? null : Path.Combine(destination.Path, name.Name));
    }

    /// <summary>The file to be; null while its name, or only its extension, waits for the head of the response.</summary>
    public string? Target { get; private set; }

    /// <summary>
    /// What is known of the file's name before anything is sent, the extension left out where it is not; null when nothing is.
    /// </summary>
    public string? KnownName { get; }

    /// <summary>The file that is there already, as far as the name is known; null when there is none.</summary>
    /// <param name="folder">What a folder holds.</param>
    public string? FindExisting(Func<string, ExistingFiles> folder) =>
        Target is { } target ? (Guard(() => LinkedFile.HasContent(target)) ? target : null)
        : _name is { } name ? Guard(() => folder(_destination.Path).FindByStem(name.Name))
        : null;

    /// <summary>Makes sure that the name, as far as it is known, is free, or that of a file which may be replaced.</summary>
    /// <param name="provider">PowerShell's access to items.</param>
    /// <exception cref="LocalFileException">It is not.</exception>
    public void CheckTarget(ProviderIntrinsics provider)
    {
        if (Target is { } target && Guard(() => SpecialFile.KindOf(target, provider)) is { } kind)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotWrite, $"'{target}' is {kind}, not a file; -Force does not replace it.", "Give the name of a file.");
        }

        CheckFree();
        _mode = Target is { } old && _temporary is { } file && System.IO.File.Exists(old)
            ? Guard(() => SpecialFile.ModeToKeep(LinkedFile.Final(old), file.FullName, provider))
            : null;
    }

    /// <summary>Opens the temporary file, once the head of the response says what is coming.</summary>
    /// <param name="head">The head.</param>
    /// <param name="fallbackStem">The name, without extension, for when the server proposes none that is usable.</param>
    /// <exception cref="LocalFileException">The target exists, or the folder cannot be written to.</exception>
    public Stream Open(DownloadResult head, string fallbackStem)
    {
        Target ??= Path.Combine(_destination.Path, _name?.For(head.MediaType) ?? ProposedName(head, fallbackStem));
        CheckFree();
        _temporary = Guard(() => new TemporaryFile(Path.GetDirectoryName(LinkedFile.Final(Target))!));
        return _temporary.Stream;
    }

    /// <summary>Gives the complete file its name.</summary>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="LocalFileException">Meanwhile another file has taken the name, or the file cannot be written.</exception>
    public async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _temporary!.BecomeAsync(LinkedFile.Final(Target!), MayReplace(Target!), _mode, cancellationToken).ConfigureAwait(false);
            return Target!;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(refused);
        }
    }

    /// <summary>Removes what is incomplete.</summary>
    public void Dispose() => _temporary?.Dispose();

    /// <summary>The error for a write that the file system refused.</summary>
    public LocalFileException CannotWrite(Exception refused) =>
        Directory.Exists(_destination.Folder)
            ? new(
                LocalFileProblem.CannotWrite,
                $"'{Target ?? _destination.Path}' cannot be written: {refused.Message}",
                AdviceFor(refused),
                refused)
            : new(
                LocalFileProblem.CannotWrite,
                $"'{Target ?? _destination.Path}' cannot be written: its folder was removed.",
                "Run the command again when the folder is back.",
                refused);

    private static string AdviceFor(Exception refused) => Placement.IsHeld(refused)
        ? "Close the file in the program that has it open, and run the command again."
        : "Check the free space and the permissions of the folder.";

    private void CheckFree()
    {
        if (Target is { } target && (Directory.Exists(target) || (!MayReplace(target) && LinkedFile.IsTaken(target))))
        {
            var advice = Directory.Exists(target) ? _destination.Clash : "Use -Force to replace it. " + _destination.Clash;
            throw new LocalFileException(LocalFileProblem.Exists, $"'{target}' already exists.", advice);
        }
    }

    /// <summary>Where what exists is skipped, a link that leads nowhere and an empty file are not what was to be there.</summary>
    private bool MayReplace(string target) => _options.Force || (_options.SkipExisting && Guard(() => !LinkedFile.HasContent(target)));

    /// <summary>Does something with the file system, whose refusals become errors that name the user's own path.</summary>
    private TResult Guard<TResult>(Func<TResult> action)
    {
        try
        {
            return action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(refused);
        }
    }

    private static string ProposedName(DownloadResult head, string fallbackStem) =>
        SafeFileName.From(head.FileName, SafeFileName.From(fallbackStem, "download") + MediaTypeNames.ExtensionFor(head.MediaType));
}
