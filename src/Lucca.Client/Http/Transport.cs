using System.Text.Json;

namespace Lucca.Http;

/// <summary>Sends calls and reads their responses. Thread-safe: all sessions' cmdlets and runspaces may share one.</summary>
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

    /// <summary>How many of the rate limit's places are taken now, by all sessions of the process with this host.</summary>
    public int PermitsTaken => RateLimiter.Of(BaseUri, _options.Time).Taken;

    /// <summary>How models are read that come by this transport, so that they remember it.</summary>
    internal JsonSerializerOptions Json { get; }

    /// <summary>The transport that brought an object; null when none did.</summary>
    /// <param name="item">A resource, a reference, or any other part of a response.</param>
    public static Transport? ThatBrought(OpenObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Origin as Transport;
    }

    /// <summary>The transport that brought a link; null when none did.</summary>
    /// <param name="link">A link of a resource.</param>
    public static Transport? ThatBrought(LinkUri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Origin as Transport;
    }

    /// <summary>Makes a call and reads its response, with as many attempts as it needs and may have.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="notes">What the caller gets to know meanwhile.</param>
    /// <param name="read">Reads the response, from the start each time it is called.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="LuccaException">The call failed for good.</exception>
    /// <exception cref="ObjectDisposedException">The transport was closed, before or meanwhile.</exception>
    public async Task<T> SendAsync<T>(LuccaRequest request, CallNotes notes, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
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

    /// <summary>Makes a call whose response is JSON, read by the part that knows it.</summary>
    internal Task<Fetched<T>> ReadJsonAsync<T>(LuccaRequest request, CallNotes notes, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
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

    /// <summary>Closes the connections; calls under way end.</summary>
    public void Dispose()
    {
        if (!_closed.IsCancellationRequested)
        {
            _closed.Cancel();
            _pipeline.Dispose();
            _closed.Dispose();
        }
    }

    private async Task<T> TryAsync<T>(RequestContext context, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
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

    /// <summary>One attempt. When it ends, it has given its connection back: a wait may follow.</summary>
    private async Task<T> AttemptAsync<T>(RequestContext context, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
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

/// <summary>What a call brought.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Value">The object; null when the server answered that the caller's copy is still good (304), or that it did what was asked without sending it back (204).</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record Fetched<T>(T? Value, string? ETag)
    where T : class;
