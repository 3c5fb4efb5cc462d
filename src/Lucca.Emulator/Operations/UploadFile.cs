using System.Net;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Files;

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

        var createdAt = Moment.Text(call.Tenant.Options.TimeProvider.GetUtcNow());
        var contentType = part.ContentType ?? "application/octet-stream";
        var upload = new UploadedFile(Guid.NewGuid().ToString(), fileName, contentType, part.Name, part.Length, part.Sha256, createdAt);
        call.Tenant.FileStore.Add(upload, part.Content!);
        return SingleReply.Of(call, call.Tenant.FileStore.Find(upload.Id)!.ToRow(), HttpStatusCode.Created);
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

        // The body is pushed, never pulled: only so does a content that writes itself stay a stream.
        var reader = new MultipartReader(boundary, keepContent: true);
        using var sink = new MultipartSink(reader, ApiEndpoint.MaxBodyLength);
        await content.CopyToAsync(sink, cancellationToken).ConfigureAwait(false);
        return reader.IsComplete ? reader.Parts : throw Problem.Invalid("form", "The body ends before its last boundary.");
    }
}
