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

    /// <summary>No name can be made for one item.</summary>
    BadName,

    /// <summary>The parameters about files contradict each other or make no sense, for any item.</summary>
    BadPattern,
}

/// <summary>A file on this side that cannot be used.</summary>
/// <param name="problem">What is wrong with it.</param>
/// <param name="message">A sentence for the user.</param>
/// <param name="advice">What to do next.</param>
/// <param name="inner">The cause; null for none.</param>
internal sealed class LocalFileException(LocalFileProblem problem, string message, string advice, Exception? inner = null) : Exception(message, inner)
{
    public LocalFileProblem Problem { get; } = problem;

    public string Advice { get; } = advice;

    /// <summary>Whether no item can succeed, so that one error says it for all.</summary>
    public bool ConcernsAll => Problem is LocalFileProblem.BadPattern or LocalFileProblem.NoPlace;
}
