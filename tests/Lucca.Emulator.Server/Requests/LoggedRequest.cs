using Lucca.Emulator.Server.Requests;

namespace Lucca.Emulator.Server;

/// <summary>A request as the server saw it. What concerns the body grows while the body is read.</summary>
public sealed class LoggedRequest
{
    private readonly BodyRecorder _body;

    internal LoggedRequest(HttpContext context, string target, int number, BodyRecorder body)
    {
        _body = body;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        Number = number;
        Method = context.Request.Method;
        Path = question < 0 ? target : target[..question];
        Query = question < 0 ? "" : target[question..];
        Headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.Select(value => value ?? "").ToArray(),
            StringComparer.OrdinalIgnoreCase);
        ContentLength = context.Request.ContentLength;
        ConnectionId = context.Connection.Id;
    }

    /// <summary>The place among all requests of the server, from 1.</summary>
    public int Number { get; }

    /// <summary>When its head had arrived.</summary>
    public DateTimeOffset Time { get; } = DateTimeOffset.UtcNow;

    /// <summary>The method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path as it came, escapes and all.</summary>
    public string Path { get; }

    /// <summary>The query as it came, with its question mark; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>All headers; names in any case.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; }

    /// <summary>The length that the request states; null when it states none.</summary>
    public long? ContentLength { get; }

    /// <summary>The same for requests over the same connection.</summary>
    public string ConnectionId { get; }

    /// <summary>The bytes of the body that were read.</summary>
    public long BodyLength => _body.BytesRead;

    /// <summary>Their SHA-256 in lower-case hexadecimal; null when there were none.</summary>
    public string? BodySha256 => _body.Sha256;

    /// <summary>A body that is a JSON text, up to 64 kB; null for all others.</summary>
    public string? Json => _body.Json;

    /// <summary>The fields of a form such as that of a token request, the secret hidden as ***; null for other bodies.</summary>
    public IReadOnlyDictionary<string, string>? Form => _body.Form;

    /// <summary>The parts of a multipart body: headers, length and hash; empty for other bodies.</summary>
    public IReadOnlyList<MultipartPart> Parts => _body.Parts;

    /// <summary>The status of the response; null when none was sent.</summary>
    public int? Status { get; internal set; }

    /// <summary>The fault that was applied; null when there was none.</summary>
    public FaultKind? Fault { get; internal set; }

    /// <summary>The one value of a header; null when it was not sent; several are joined by commas.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(",", values) : null;

    /// <summary>Method, path and query.</summary>
    public override string ToString() => $"{Method} {Path}{Query}";
}
