namespace Lucca.Emulator.Server;

/// <summary>A response before it is written: status, headers but Content-Length, and a body.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The headers; names may occur more than once.</param>
/// <param name="Body">The body.</param>
/// <param name="Length">Its length in bytes; null when it is not known, and sent in chunks.</param>
internal sealed record Answer(int Status, List<KeyValuePair<string, string>> Headers, Stream Body, long? Length) : IAsyncDisposable
{
    /// <summary>Whether the media type is JSON or built on it.</summary>
    public bool IsJson
        => Headers.Exists(header => IsContentType(header) && header.Value.Contains("json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a response of this status has a body at all.</summary>
    public bool HasBody => Status is not (204 or 304);

    public static async Task<Answer> FromAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))
            .Where(header => !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return new((int)response.StatusCode, headers, body, response.Content.Headers.ContentLength ?? 0);
    }

    /// <summary>The same with a header set in place of all of that name.</summary>
    public Answer With(string name, string value)
    {
        Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Add(new(name, value));
        return this;
    }

    /// <summary>The whole body.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    public ValueTask DisposeAsync() => Body.DisposeAsync();

    private static bool IsContentType(KeyValuePair<string, string> header)
        => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);
}
