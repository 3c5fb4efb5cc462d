using Lucca.Emulator.Files;

namespace Lucca.Emulator.Resources;

/// <summary>Files: no list; their contents are not in a table but in the <see cref="FileStore"/>.</summary>
internal static class FileResources
{
    public static ResourceKind Kind { get; } = new("file", "files")
    {
        List = null,
        Get = ReadFile.GetAsync,
        Create = UploadFile.CreateAsync,
    };

    /// <summary>
    /// Only the emulator has this: <c>GET /lucca-api/emulator/uploads</c> lists the uploaded files, with <c>links.content</c> that leads
    /// to each. The API hands out no token for an uploaded file until another resource refers to it.
    /// </summary>
    public static ResourceKind UploadKind { get; } = new("emulator-upload", "files")
    {
        Path = "emulator/uploads",
        List = ListUploads.GetAsync,
        Get = null,
        Links = [new("content", (tenant, row) => tenant.FileLink(row["id"]!.GetValue<string>()))],
    };
}
