using System.Buffers;

namespace Lucca.Api;

/// <summary>Copies a stream in constant memory. Reads the next part while it writes one.</summary>
internal static class OverlappedCopy
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Copies until the source ends.</summary>
    /// <param name="source">Read to its end.</param>
    /// <param name="target">Written from its current position. No write is pending when the copy ends or fails.</param>
    /// <param name="copied">Receives the size of each part.</param>
    /// <param name="cancellationToken">Cancels the copy.</param>
    public static async Task RunAsync(Stream source, Stream target, Action<int> copied, CancellationToken cancellationToken)
    {
        var (read, written) = (ArrayPool<byte>.Shared.Rent(BufferSize), ArrayPool<byte>.Shared.Rent(BufferSize));
        var write = Task.CompletedTask;
        try
        {
            int count;
            while ((count = await source.ReadAsync(read, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await write.ConfigureAwait(false);
                (read, written) = (written, read);
                write = target.WriteAsync(written.AsMemory(0, count), cancellationToken).AsTask();
                copied(count);
            }

            await write.ConfigureAwait(false);
        }
        finally
        {
            await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(read);
            ArrayPool<byte>.Shared.Return(written);
        }
    }
}
