namespace Lucca.PowerShell.Downloads;

/// <summary>A file that is not complete yet, beside the one that it is to become. Until then it is removed, whatever happens.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _path;
    private readonly FlushedFile _stream;

    /// <summary>Makes an empty one.</summary>
    /// <param name="folder">The folder.</param>
    public TemporaryFile(string folder)
    {
        _path = Path.Combine(folder, TemporaryName.Create());
        LiveTemporaries.Add(_path);
        try
        {
            _stream = new FlushedFile(_path);
        }
        catch
        {
            LiveTemporaries.Remove(_path);
            throw;
        }
    }

    /// <summary>The file's own path.</summary>
    public string FullName => _path;

    /// <summary>Takes the bytes.</summary>
    public Stream Stream => _stream;

    /// <summary>Gives the complete file its name.</summary>
    /// <param name="target">The file to be.</param>
    /// <param name="replace">Whether it may replace an existing one.</param>
    /// <param name="mode">The mode to be; null for the one that it has.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="IOException">The file system refuses, or the name is taken.</exception>
    public async Task BecomeAsync(string target, bool replace, UnixFileMode? mode, CancellationToken cancellationToken)
    {
        _stream.FlushToDisk();
        await _stream.DisposeAsync().ConfigureAwait(false);
        await Placement.PlaceAsync(_path, target, replace, mode, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes what did not become a file.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        LiveTemporaries.Delete(_path);
    }
}
