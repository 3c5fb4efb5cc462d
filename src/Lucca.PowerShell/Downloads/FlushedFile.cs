namespace Lucca.PowerShell.Downloads;

/// <summary>
/// A new file that goes to the disk while it is written. Flushing all of a large file at its end would make its last moments long
/// ones; so it costs next to nothing.
/// </summary>
/// <param name="path">The file; it must not exist.</param>
internal sealed class FlushedFile(string path) : Stream
{
    private const int Portion = 16 * 1024 * 1024;

    private readonly FileStream _file = new(path, Options());
    private Task _flush = Task.CompletedTask;
    private long _unflushed;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _unflushed += buffer.Length;
        if (_unflushed >= Portion && _flush.IsCompleted)
        {
            await _flush.ConfigureAwait(false);
            _unflushed = 0;
            var handle = _file.SafeFileHandle;
            _flush = Task.Run(() => RandomAccess.FlushToDisk(handle), CancellationToken.None);
        }

        await _file.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings what is left to the disk.</summary>
    public void FlushToDisk()
    {
        // The system reports a failed write once, to whoever flushes next: that may have been the flush in between.
        _flush.GetAwaiter().GetResult();
        _file.Flush(flushToDisk: true);
    }

    public override void Flush() => _file.Flush();

    public override void SetLength(long value) => _file.SetLength(value);

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void Write(byte[] buffer, int offset, int count) => _file.Write(buffer, offset, count);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>
    /// Files hold people's data: only the user may read them, from the first byte on. On Windows the folder says who may.
    /// </summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    protected override void Dispose(bool disposing)
    {
        // Elsewhere than on Windows a file may be deleted while it is flushed, and nobody waits for what is thrown away.
        if (OperatingSystem.IsWindows())
        {
            Task.WaitAny(_flush);
        }

        _flush.ContinueWith(
            static flush => flush.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        _file.Dispose();
        base.Dispose(disposing);
    }
}
