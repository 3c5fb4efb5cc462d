using System.Net;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary><c>POST /files</c>: one file as multipart/form-data, in the part <c>form</c>.</summary>
internal static class UploadFile
{
    public static async Task<HttpResponseMessage> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var parts = await ReadAsync(call.Request.Content, cancellationToken).ConfigureAwait(false);
        if (parts is not [{ FileName: { Length: > 0 } fileName } part])
        {
            throw Problem.Invalid("form", "Exactly one file is required, with its file name.");
        }

        // A sister endpoint of the API is documented with an empty name.
        if (part.Name is not ("form" or ""))
        {
            throw Problem.Invalid(part.Name ?? "form", "The file must be in the part named form.");
        }

        var createdAt = Timestamp.Text(call.Tenant.Options.TimeProvider.GetUtcNow());
        var contentType = part.ContentType ?? "application/octet-stream";
        var upload = new UploadedFile(Guid.NewGuid().ToString(), fileName, contentType, part.Name, part.Length, part.Sha256, createdAt);
        call.Tenant.FileStore.Add(upload, part.Content!.GetBuffer().AsMemory(0, (int)part.Length));
        return SingleResponse.Of(call, call.Tenant.FileStore.Find(upload.Id)!.ToRow(), HttpStatusCode.Created);
    }

    /// <summary>Reads the whole body into memory: a body of at most 100 MB.</summary>
    private static async Task BufferAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(Problem.MaxBodyLength, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Problem.TooLarge();
        }
    }

    private static async Task<IReadOnlyList<MultipartPart>> ReadAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content?.Headers.ContentType is not { MediaType: "multipart/form-data" } type)
        {
            throw Problem.UnsupportedMediaType("The body must be multipart/form-data.");
        }

        var boundary = type.Parameters
            .FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        if (string.IsNullOrEmpty(boundary))
        {
            throw Problem.Invalid("form", "The Content-Type has no boundary.");
        }

        // Buffered, then read in pieces: a content that writes itself cannot be pulled.
        var reader = new MultipartReader(boundary, keepContent: true);
        await BufferAsync(content, cancellationToken).ConfigureAwait(false);
        using var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        for (int count; (count = body.Read(buffer)) > 0;)
        {
            reader.Append(buffer.AsSpan(0, count));
        }

        return reader.IsComplete ? reader.Parts : throw Problem.Invalid("form", "The body ends before its last boundary.");
    }
}

/// <summary><c>GET /emulator/uploads</c>, which only the emulator has: the uploaded files, with length and hash.</summary>
internal static class ListUploads
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
        => ListResponse.GetAsync(call, [.. call.Tenant.Uploads.Select(ToRow)]);

    private static JsonObject ToRow(UploadedFile file) => Row.Of(
        "file",
        file.Id,
        ("fileName", file.FileName),
        ("contentType", file.ContentType),
        ("createdAt", file.CreatedAt),
        ("partName", file.PartName),
        ("length", file.Length),
        ("sha256", file.Sha256));
}
