namespace Lucca.Http;

/// <summary>
/// Whether a byte of one attempt was sent. A connection that was opened for one request may serve another, so the question is asked
/// where bytes are written, in the request's own asynchronous flow.
/// It is ambient because the network stack passes no request to a connection's stream: its filter names the first request only, and a
/// pooled connection serves others. HTTP/1.1, the only version used, writes in that flow. HTTP/2 would write in a loop of its own.
/// </summary>
/// <param name="isRepeatable">Whether the call may be made twice.</param>
/// <param name="started">Called when the first byte is sent.</param>
internal sealed class RequestStart(bool isRepeatable, Action started)
{
    private static readonly AsyncLocal<RequestStart?> Present = new();

    private volatile Stream? _connection;

    /// <summary>The attempt of the current asynchronous flow; null outside of any.</summary>
    public static RequestStart? Current
    {
        get => Present.Value;
        set => Present.Value = value;
    }

    /// <summary>Whether a byte was handed to a connection.</summary>
    public bool HasStarted => _connection is not null;

    /// <summary>Records that bytes are sent over a connection.</summary>
    /// <exception cref="IOException">
    /// Bytes were sent over another one already: the network stack repeats a request by itself when a connection ends without a response.
    /// </exception>
    public void SentOver(Stream connection)
    {
        if (_connection == connection)
        {
            return;
        }

        if (HasStarted && !isRepeatable)
        {
            throw new IOException("It ended without a response; the request may have been carried out, so it is not sent again");
        }

        _connection = connection;
        started();
    }
}
