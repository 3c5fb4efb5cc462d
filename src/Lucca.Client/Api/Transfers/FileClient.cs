using Lucca.Http;

namespace Lucca.Api;

/// <summary>Reads and uploads files (docs/api.md#files).</summary>
/// <param name="transport">The connection to the tenant.</param>
/// <param name="notes">Receives progress and warnings.</param>
public sealed class FileClient(Transport transport, CallNotes notes)
{
    /// <summary>A file's metadata.</summary>
    /// <param name="address">The file and its token.</param>
    /// <param name="options">The parts to include, and the condition.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file; null when the condition shows that the caller's copy is current.</returns>
    public async Task<File?> GetAsync(FileAddress address, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return await SendAsync(Request(address), options, address.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A file's bytes.</summary>
    /// <param name="address">The file and its token.</param>
    /// <param name="options">The condition.</param>
    /// <param name="accept">Raw bytes or a preview: <see cref="MediaTypes.Bytes"/> or <see cref="MediaTypes.Preview"/>.</param>
    /// <param name="disposition"><c>inline</c> or <c>attachment</c>, which may override the Accept header; null to omit it.</param>
    /// <param name="open">Opens the target.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="Download.RunAsync"/>
    public Task<DownloadResult> DownloadAsync(
        FileAddress address,
        ReadOptions options,
        string accept,
        string? disposition,
        Func<DownloadResult, Stream> open,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = Request(address) with { Accept = accept };
        request.Query.Add("disposition", disposition is null ? null : [disposition]);
        return new Download(transport, notes, options.ApplyTo(request), $"file {address.Id}").RunAsync(open, cancellationToken);
    }

    /// <summary>Uploads a file.</summary>
    /// <param name="source">The content.</param>
    /// <param name="options">The parts to include, and the condition.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stored file; null when the response was empty. Its links hold no download token.</returns>
    /// <exception cref="LuccaException">The file is too large, its name is invalid (nothing was sent then), or the call failed.</exception>
    public async Task<File?> UploadAsync(UploadSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        source.Check();
        var transfer = new Transfer(source.FileName);
        notes.Transfer = transfer;
        try
        {
            var request = new LuccaRequest(HttpMethod.Post, LuccaRequest.PathOf(Resources.Files.Path))
            {
                Scope = Resources.Files.WriteScope,
                Content = sent => UploadForm.Create(source, transfer, sent),
            };
            return await SendAsync(request, options, id: null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            notes.Transfer = null;
        }
    }

    private Task<File?> SendAsync(LuccaRequest request, ReadOptions options, string? id, CancellationToken cancellationToken) =>
        new ResourceClient<File>(transport, notes, Resources.Files)
            .SendAsync(options.ApplyTo(request), options.Include, id, cancellationToken);

    private static LuccaRequest Request(FileAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var request = LuccaRequest.Get(Resources.Files.Path, address.Id) with { Scope = Resources.Files.ReadScope };
        request.Query.Add("token", address.Token);
        return request;
    }
}
