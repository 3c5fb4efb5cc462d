using System.Text.Json.Nodes;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Files;

/// <summary>A file of the tenant.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="CreatedAt">When it was made, as the API writes it.</param>
/// <param name="Content">Its bytes in pieces, made or looked up on demand; null when they are no longer kept.</param>
internal sealed record StoredFile(string Id, string FileName, string ContentType, string CreatedAt, Func<IReadOnlyList<byte[]>?> Content)
{
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The row that stands for the file in JSON.</summary>
    public JsonObject ToRow(params ReadOnlySpan<(string Name, JsonNode? Value)> more)
        => Row.Of("file", Id, [("fileName", FileName), ("contentType", ContentType), ("createdAt", CreatedAt), .. more]);
}
