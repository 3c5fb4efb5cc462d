namespace Lucca.PowerShell.Downloads;

/// <summary>
/// Which media type a file's name suggests, and which extension a media type suggests: those of the API's own list and the common ones
/// beside it.
/// </summary>
internal static class MediaTypeNames
{
    private const string Unknown = "application/octet-stream";

    // The first extension of a type is the one that new files get.
    private static readonly (string MediaType, string[] Extensions)[] Known =
    [
        ("application/json", ["json"]),
        ("application/msword", ["doc"]),
        ("application/pdf", ["pdf"]),
        ("application/postscript", ["ps", "eps", "ai"]),
        ("application/rtf", ["rtf"]),
        ("application/vnd.ms-excel", ["xls"]),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.12", ["xlsb"]),
        ("application/vnd.ms-excel.sheet.macroEnabled.12", ["xlsm"]),
        ("application/vnd.ms-outlook", ["msg"]),
        ("application/vnd.ms-powerpoint", ["ppt"]),
        ("application/vnd.ms-xpsdocument", ["xps"]),
        ("application/vnd.oasis.opendocument.graphics", ["odg"]),
        ("application/vnd.oasis.opendocument.presentation", ["odp"]),
        ("application/vnd.oasis.opendocument.spreadsheet", ["ods"]),
        ("application/vnd.oasis.opendocument.text", ["odt"]),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"]),
        ("application/vnd.openxmlformats-officedocument.presentationml.slideshow", ["ppsx"]),
        ("application/vnd.openxmlformats-officedocument.presentationml.template", ["potx"]),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"]),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]),
        ("application/x-7z-compressed", ["7z"]),
        ("application/x-rar", ["rar"]),
        ("application/xml", ["xml"]),
        ("application/zip", ["zip"]),
        ("audio/mpeg", ["mp3"]),
        ("image/bmp", ["bmp"]),
        ("image/gif", ["gif"]),
        ("image/heic", ["heic"]),
        ("image/heif", ["heif"]),
        ("image/jpeg", ["jpg", "jpeg", "jpe"]),
        ("image/png", ["png"]),
        ("image/svg+xml", ["svg"]),
        ("image/tiff", ["tif", "tiff"]),
        ("image/vnd.microsoft.icon", ["ico"]),
        ("image/webp", ["webp"]),
        ("message/rfc822", ["eml"]),
        ("text/calendar", ["ics"]),
        ("text/css", ["css"]),
        ("text/csv", ["csv"]),
        ("text/html", ["html", "htm"]),
        ("text/markdown", ["md"]),
        ("text/plain", ["txt", "log"]),
        ("video/mp4", ["mp4"]),
    ];

    // Spellings that the API lists beside the registered ones.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpg"] = "image/jpeg",
        ["image/jpe"] = "image/jpeg",
        ["image/pjpeg"] = "image/jpeg",
        ["image/tif"] = "image/tiff",
        ["image/x-png"] = "image/png",
        ["image/x-icon"] = "image/vnd.microsoft.icon",
        ["image/x-ms-bmp"] = "image/bmp",
        ["application/x-pdf"] = "application/pdf",
        ["application/x-zip-compressed"] = "application/zip",
        ["text/rtf"] = "application/rtf",
        ["text/xml"] = "application/xml",
    };

    /// <summary>The media type for a file's name; <c>application/octet-stream</c> when the name suggests none.</summary>
    public static string ForFile(string fileName)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.');
        return Array.Find(Known, known => known.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)).MediaType ?? Unknown;
    }

    /// <summary>Whether a name ends in an extension that belongs to a media type.</summary>
    public static bool IsKnownExtension(string fileName) => ForFile(fileName) != Unknown;

    /// <summary>The extension with its dot for a media type; <c>.bin</c> when it suggests none.</summary>
    public static string ExtensionFor(string? mediaType)
    {
        var name = Aliases.GetValueOrDefault(mediaType ?? "", mediaType ?? "");
        var extensions = Array.Find(Known, known => known.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase)).Extensions;
        return "." + (extensions?[0] ?? "bin");
    }
}
