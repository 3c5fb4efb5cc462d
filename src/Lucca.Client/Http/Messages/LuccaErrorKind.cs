namespace Lucca.Http;

/// <summary>Why a call failed, in the terms in which a caller can act on it.</summary>
public enum LuccaErrorKind
{
    /// <summary>The token endpoint or the tenant refused the credentials (invalid_client, 401).</summary>
    SignInFailed,

    /// <summary>The integration key lacks the scope, or the object is managed elsewhere (invalid_scope, 403).</summary>
    Forbidden,

    /// <summary>There is no such object, or the key cannot see it (404).</summary>
    NotFound,

    /// <summary>The request is not one the API takes (400, 405, 415, 422 and other 4xx).</summary>
    BadRequest,

    /// <summary>The object has another entity tag than If-Match names (412).</summary>
    PreconditionFailed,

    /// <summary>The body is larger than the API takes (413).</summary>
    TooLarge,

    /// <summary>The rate limit did not let the call through within the budget (429).</summary>
    RateLimited,

    /// <summary>The server or the network did not answer (5xx, 408, broken connection).</summary>
    Unavailable,

    /// <summary>A wait ran out: for the connection, the first byte, or the next one.</summary>
    Timeout,

    /// <summary>The response is not what the API promises.</summary>
    BadReply,

    /// <summary>A body ended before its announced length, or a list before all of its items had come.</summary>
    Incomplete,
}
