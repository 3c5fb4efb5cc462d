using System.Text.Json.Nodes;
using Lucca.Emulator.Lists;
using Lucca.Emulator.Requests;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Files;

/// <summary><c>GET /emulator/uploads</c>, which only the emulator has: the uploaded files, with length and hash.</summary>
internal static class ListUploads
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
        => ListReply.GetAsync(call, [.. call.Tenant.Uploads.Select(ToRow)]);

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
