namespace Lucca.Http;

/// <summary>
/// Whether a byte of one attempt has left. A connection that was opened for a request may serve another, and one may be served by a
/// connection that was there before: so it is asked where bytes are written, in the request's own flow of control.
/// It is ambient because the network stack passes no request to a connection's stream: its filter names the first request alone, a
/// pooled connection serves others, and the head of a request is written by nothing that could carry options. HTTP/1.1, which is all
/// that is asked for, writes in that flow; HTTP/2 would write in a loop of its own, and needed another way.
/// </summary>
/// <param name="isRepeatable">Whether doing the call twice does no harm.</param>
/// <param name="left">Told when the first byte leaves.</param>
internal sealed class Departure(bool isRepeatable, Action left)
{
    private static readonly AsyncLocal<Departure?> Present = new();

    private volatile Stream? _way;

    /// <summary>The attempt whose flow of control this is; null outside of any.</summary>
    public static Departure? Current
    {
        get => Present.Value;
        set => Present.Value = value;
    }

    /// <summary>Whether a byte was handed to a connection.</summary>
    public bool HasLeft => _way is not null;

    /// <summary>Notes that bytes leave by a connection.</summary>
    /// <exception cref="IOException">They have left by another one already. What lies below makes a request again by itself when a connection ends without an answer.</exception>
    public void LeaveBy(Stream way)
    {
        if (_way == way)
        {
            return;
        }

        if (HasLeft && !isRepeatable)
        {
            throw new IOException("It ended without a response; the request may have been carried out, so it is not sent again");
        }

        _way = way;
        left();
    }
}
