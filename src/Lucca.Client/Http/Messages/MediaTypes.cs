namespace Lucca.Http;

/// <summary>The media types that the client asks for or recognizes.</summary>
public static class MediaTypes
{
    /// <summary>A resource's JSON representation.</summary>
    public const string Json = "application/json";

    /// <summary>Any picture: requests the bytes of a portrait.</summary>
    public const string AnyImage = "image/*";

    /// <summary>A file's preview, so spelled (docs/api.md#files).</summary>
    public const string Preview = "images/*";

    /// <summary>A file's raw content.</summary>
    public const string Bytes = "application/octet-stream";

    /// <summary>Whether a media type holds JSON: <c>application/json</c> or anything that ends with <c>+json</c>.</summary>
    /// <param name="mediaType">The media type without parameters; null for none.</param>
    public static bool IsJson(string? mediaType) =>
        mediaType is not null
        && (mediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a media type is that of a web page, which the API never sends.</summary>
    /// <param name="mediaType">The media type without parameters; null for none.</param>
    public static bool IsHtml(string? mediaType) =>
        "text/html".Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        || "application/xhtml+xml".Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a media type holds text that can be shown.</summary>
    /// <param name="mediaType">The media type without parameters; null for none.</param>
    public static bool IsText(string? mediaType) =>
        IsJson(mediaType) || (mediaType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ?? false);
}
