namespace Lucca.Emulator.Server;

/// <summary>What goes wrong with a response.</summary>
public enum FaultKind
{
    /// <summary>Nothing but <see cref="Fault.Delay"/>: the normal answer, later.</summary>
    Delay,

    /// <summary>An answer of <see cref="Fault.Status"/> (default 500) with the fault's headers and body.</summary>
    Status,

    /// <summary>The same with 200 by default: whatever bytes and headers a test wants, such as broken gzip.</summary>
    Replace,

    /// <summary>The connection is reset before the head; after <see cref="Fault.Bytes"/> of the request's body, if given.</summary>
    Reset,

    /// <summary>The first <see cref="Fault.Bytes"/> (default 20) of the head, then a reset.</summary>
    ResetInHead,

    /// <summary>A good head and <see cref="Fault.Bytes"/> of the body, then a reset.</summary>
    Cut,

    /// <summary>A good head and <see cref="Fault.Bytes"/> of the body, then silence.</summary>
    Stall,

    /// <summary>The body in pieces of <see cref="Fault.Bytes"/> (default 1), one each <see cref="Fault.Interval"/>.</summary>
    Drip,

    /// <summary>A Content-Length of <see cref="Fault.Length"/>, whatever the body has; then the connection is closed.</summary>
    WrongLength,

    /// <summary>The body ends after <see cref="Fault.Bytes"/> (default half), with the right Content-Length for that.</summary>
    BadJson,

    /// <summary>A page of HTML with status 200 (or <see cref="Fault.Status"/>).</summary>
    Html,

    /// <summary>A body that never ends: the fault's body, if any, then more and more.</summary>
    Endless,

    /// <summary>302 (or <see cref="Fault.Status"/>) to <see cref="Fault.Location"/>.</summary>
    Redirect,

    /// <summary>A body of <see cref="Fault.Size"/> bytes, made as it is sent: see <see cref="GeneratedBody"/>.</summary>
    Big,

    /// <summary>The normal answer with <see cref="Fault.Headers"/> in place of its own of these names.</summary>
    ExtraHeaders,

    /// <summary>The normal answer in <see cref="Fault.Encoding"/>, or the first that the request accepts, if it accepts it.</summary>
    Encoding,

    /// <summary>The request is read to its end, then the connection is reset without a response.</summary>
    CloseAfterRequestBody,

    /// <summary>The fault's body in place of head and body, byte for byte; then the connection is closed.</summary>
    Raw,

    /// <summary>
    /// The item at <see cref="Fault.Item"/> of a page, or a single object, has a <c>type</c> that is not text; its id is right.
    /// </summary>
    MalformedItem,

    /// <summary>
    /// The item at <see cref="Fault.Item"/> of a page, or a single object, has <see cref="Fault.Id"/> in place of its own id.
    /// </summary>
    WrongId,

    /// <summary>The page names itself as the next one; the first page by its number, 1.</summary>
    SelfLink,

    /// <summary>The page says that it is the last one.</summary>
    LastPage,

    /// <summary>The page has no <c>links</c>, though they were asked for.</summary>
    MissingLinks,

    /// <summary>The page says <see cref="Fault.Total"/> as the number of all items.</summary>
    WrongTotal,

    /// <summary>
    /// The normal answer, after <see cref="Fault.Delete"/> and <see cref="Fault.Insert"/>, which go with all kinds of page faults.
    /// </summary>
    Change,
}
