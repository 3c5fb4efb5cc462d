namespace Lucca.PowerShell.Paths;

/// <summary>
/// A new file that goes to the disk while it is written. Flushing all of a large file at its end would make its last moments long
/// ones; so it costs next to nothing.
/// </summary>
/// <param name="path">The file; it must not exist.</param>
internal sealed class FlushedFileStream(string path)
    : FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous)
{
    private const int Portion = 16 * 1024 * 1024;

    private Task _flush = Task.CompletedTask;
    private long _unflushed;

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _unflushed += buffer.Length;
        if (_unflushed >= Portion && _flush.IsCompleted)
        {
            AwaitFlush();
            _unflushed = 0;
            var handle = SafeFileHandle;
            _flush = Task.Run(() => RandomAccess.FlushToDisk(handle), CancellationToken.None);
        }

        return base.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override void Flush(bool flushToDisk)
    {
        // The system reports a failed write once, to whoever flushes next: that may have been the flush in between.
        if (flushToDisk)
        {
            AwaitFlush();
        }

        base.Flush(flushToDisk);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // A file that is still being flushed cannot be renamed or deleted everywhere.
        Task.WaitAny(_flush);
        _ = _flush.Exception;
        base.Dispose(disposing);
    }

    private void AwaitFlush() => _flush.GetAwaiter().GetResult();
}
