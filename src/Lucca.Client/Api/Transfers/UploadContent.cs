using System.Buffers;
using System.Net;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Streams an upload and counts its bytes. It fails when the file's length changes meanwhile.</summary>
internal sealed class UploadContent(UploadSource source, Transfer transfer, Action sent) : HttpContent
{
    private const int BufferSize = 128 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        transfer.Start(source.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var file = await ReadAsync(() => ValueTask.FromResult(source.Open())).ConfigureAwait(false);
            if (file.Length != source.Length)
            {
                throw Changed(file);
            }

            for (var remaining = source.Length; remaining > 0;)
            {
                var part = buffer.AsMemory(0, (int)Math.Min(remaining, BufferSize));
                var count = await ReadAsync(() => file.ReadAsync(part, cancellationToken)).ConfigureAwait(false);
                remaining -= count;

                // Check the length before the last part is sent: the server refuses a form without it.
                if (count == 0 || (remaining == 0 && file.Length != source.Length))
                {
                    throw Changed(file);
                }

                await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                transfer.Add(count);
                sent();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private LuccaException Changed(Stream file) =>
        new(
            LuccaErrorKind.Incomplete,
            $"'{source.FileName}' changed during the upload: it had {source.Length} bytes and now has {file.Length}. "
            + "The upload was canceled.");

    private async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            // Otherwise it would look like a lost connection.
            throw new LuccaException(
                LuccaErrorKind.Incomplete,
                $"'{source.FileName}' could not be read to its end: {broken.Message} The upload was canceled.",
                broken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = source.Length;
        return true;
    }
}
