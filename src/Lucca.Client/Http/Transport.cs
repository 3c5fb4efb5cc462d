using System.Text.Json;

namespace Lucca.Http;

/// <summary>Sends requests and reads their responses. Thread-safe: cmdlets and runspaces may share one.</summary>
public sealed partial class Transport : IDisposable
{
    private readonly HttpMessageInvoker _pipeline;
    private readonly ConnectionOptions _options;
    private readonly RetryPolicy _policy;

    private readonly TokenSource? _tokens;
    private readonly CancellationTokenSource _closed = new();
    private readonly Deprecations _deprecations = new();

    private Transport(HttpMessageHandler pipeline, TokenSource? tokens, RetryPolicy policy, ConnectionOptions options)
    {
        (_pipeline, _tokens, _policy, _options) = (new HttpMessageInvoker(pipeline), tokens, policy, options);
        Json = LuccaJson.For(this);
    }

    /// <summary>The address connected to.</summary>
    public Uri BaseUri => _options.BaseUri;

    /// <summary>The permits of the rate limit in use now, by all sessions of the process with this host.</summary>
    public int PermitsTaken => RateLimiter.Of(BaseUri, _options.Time).Taken;

    /// <summary>Reads models so that they remember this transport.</summary>
    internal JsonSerializerOptions Json { get; }

    /// <summary>The transport that an object came from; null for none.</summary>
    /// <param name="item">A resource, a reference, or any other part of a response.</param>
    public static Transport? ThatBrought(OpenObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Origin as Transport;
    }

    /// <summary>The transport that a link came from; null for none.</summary>
    /// <param name="link">A link of a resource.</param>
    public static Transport? ThatBrought(LinkUri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Origin as Transport;
    }

    /// <summary>Sends a request and reads its response, with retries.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="notes">Receives progress and warnings.</param>
    /// <param name="read">Reads the response, from the start each time it is called.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="LuccaException">The call failed for good.</exception>
    /// <exception cref="ObjectDisposedException">The transport was closed, before or meanwhile.</exception>
    public async Task<T> SendAsync<T>(
        LuccaRequest request, CallNotes notes, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        try
        {
            return await TryAsync(new RequestContext(request, _options, notes), read, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(Transport));
        }
    }

    /// <summary>Sends a request whose response is JSON.</summary>
    internal Task<Fetched<T>> ReadJsonAsync<T>(
        LuccaRequest request, CallNotes notes, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(
            request,
            notes,
            async (response, cancel) =>
            {
                var isBare = response.IsNotModified || response.IsBareSuccess;
                return new Fetched<T>(isBare ? null : await response.ReadJsonAsync(read, cancel).ConfigureAwait(false), response.ETag);
            },
            cancellationToken);

    /// <summary>Closes the connections and cancels the calls in progress.</summary>
    public void Dispose()
    {
        if (!_closed.IsCancellationRequested)
        {
            _closed.Cancel();
            _pipeline.Dispose();
            _closed.Dispose();
        }
    }

    private async Task<T> TryAsync<T>(
        RequestContext context, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await AttemptAsync(context, read, cancellationToken).ConfigureAwait(false);
            }
            catch (LuccaException failure)
            {
                if (!await _policy.ContinueAsync(context, failure, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>One attempt. It returns its connection before any wait.</summary>
    private async Task<T> AttemptAsync<T>(
        RequestContext context, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        context.Attempts++;
        using var message = context.CreateMessage();
        using var response = await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        _deprecations.Look(response, context.Notes);
        if (await ResponseError.FromAsync(response, context, _policy.Time, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw error;
        }

        return await read(new Response(response, context), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A model with its entity tag.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Value">The object; null when the caller's copy is current (304), or when a write returned nothing (204).</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record Fetched<T>(T? Value, string? ETag)
    where T : class;
