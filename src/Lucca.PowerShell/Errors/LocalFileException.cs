using System.Management.Automation;

namespace Lucca.PowerShell.Errors;

/// <summary>What is wrong with a file on this side.</summary>
internal enum LocalFileProblem
{
    /// <summary>It is there already, and may not be replaced.</summary>
    Exists,

    /// <summary>It cannot be written.</summary>
    CannotWrite,

    /// <summary>The place for files is none, for any item: there is no such folder, or it takes no files.</summary>
    NoPlace,

    /// <summary>It cannot be read.</summary>
    CannotRead,

    /// <summary>The path does not name a file of the file system.</summary>
    BadPath,
}

/// <summary>A file on this side that cannot be used.</summary>
internal sealed class LocalFileException : LocalException
{
    private readonly LocalFileProblem _problem;

    public LocalFileException(LocalFileProblem problem, string message, string advice, Exception? inner = null)
        : base(message, target: null, advice, inner) => (_problem, IsBeforeCall) = (problem, problem == LocalFileProblem.NoPlace);

    public override (string Id, ErrorCategory Category) Kind => _problem switch
    {
        LocalFileProblem.Exists => ("LuccaFileExists", ErrorCategory.ResourceExists),
        LocalFileProblem.CannotWrite or LocalFileProblem.NoPlace => ("LuccaFileError", ErrorCategory.WriteError),
        LocalFileProblem.CannotRead => ("LuccaFileError", ErrorCategory.ReadError),
        _ => ("LuccaFileError", ErrorCategory.InvalidArgument),
    };

    public override bool ConcernsAll => _problem == LocalFileProblem.NoPlace;
}
