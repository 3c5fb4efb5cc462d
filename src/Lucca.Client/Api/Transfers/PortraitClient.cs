using Lucca.Http;

namespace Lucca.Api;

/// <summary>Reads portraits (docs/api.md#portraits): the metadata as JSON, or the picture.</summary>
/// <param name="transport">The connection to the tenant.</param>
/// <param name="notes">Receives progress and warnings.</param>
public sealed class PortraitClient(Transport transport, CallNotes notes)
{
    /// <summary>A portrait's metadata.</summary>
    /// <inheritdoc cref="ResourceClient{T}.GetAsync"/>
    public Task<Portrait?> GetAsync(string id, ReadOptions options, CancellationToken cancellationToken) =>
        new ResourceClient<Portrait>(transport, notes, Resources.Portraits).GetAsync(id, options, cancellationToken);

    /// <summary>A portrait's picture.</summary>
    /// <param name="id">The portrait's id.</param>
    /// <param name="options">The condition.</param>
    /// <param name="open">Opens the target.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="Download.RunAsync"/>
    public Task<DownloadResult> DownloadAsync(
        string id, ReadOptions options, Func<DownloadResult, Stream> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = LuccaRequest.Get(Resources.Portraits.Path, id) with
        {
            Scope = Resources.Portraits.ReadScope,
            Accept = MediaTypes.AnyImage,
        };
        return new Download(transport, notes, options.ApplyTo(request), $"portrait {id}").RunAsync(open, cancellationToken);
    }
}
