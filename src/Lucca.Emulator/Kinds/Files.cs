using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Files and portraits: their contents are not in a table. Neither has a list.</summary>
internal static class Files
{
    public const string Uploads = "emulator/uploads";

    public static ResourceKind Kind { get; } = new("file", "files");

    /// <summary>
    /// Only the emulator has this: <c>GET /lucca-api/emulator/uploads</c> lists the uploaded files, with <c>links.content</c> that leads
    /// to each. The API hands out no token for an uploaded file until another resource refers to it.
    /// </summary>
    public static ResourceKind UploadKind { get; } = new("emulator-upload", "files")
    {
        Path = Uploads,
        Links = [Link.ToFile("content", "id")],
    };

    public static ResourceKind PortraitKind { get; } = new("portrait", "employees")
    {
        Rows = options => Person.All(options).Where(person => person.PortraitId is not null).Select(MakePortrait),
    };

    private static JsonObject MakePortrait(Person person)
    {
        var file = DemoFiles.Portrait(person);
        return Row.Of(
            "portrait",
            person.PortraitId!,
            ("employee", Row.Reference("employee", person.Id)),
            ("fileName", file.FileName),
            ("contentType", file.ContentType),
            ("createdAt", file.CreatedAt),
            ("$file", file.Id));
    }
}
