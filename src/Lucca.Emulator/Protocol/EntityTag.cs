using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Weak entity tags: the same for the same content, whatever the host or the included parts.</summary>
internal static class EntityTag
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The tag of a row, such as <c>W/"45cdx4"</c>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="form">Which form of it: another one, such as the picture, has another tag.</param>
    public static string Of(JsonObject row, string form = "json")
        => Of([.. Bytes(row), .. Encoding.UTF8.GetBytes(form)]);

    /// <summary>The tag of a page of a list.</summary>
    public static string Of(IEnumerable<JsonObject> rows) => Of([.. rows.SelectMany(Bytes)]);

    private static byte[] Bytes(JsonObject row) => JsonResponse.ToUtf8(writer => ResourceWriter.WriteRow(writer, row, ""));

    private static string Of(byte[] content)
    {
        var hash = SHA256.HashData(content);
        return $"W/\"{string.Concat(hash.Take(10).Select(part => Digits[part % Digits.Length]))}\"";
    }

    /// <summary>Whether a header <c>If-Match</c> or <c>If-None-Match</c> names a tag; quotes and <c>W/</c> do not matter.</summary>
    public static bool IsIn(string header, string tag)
        => header.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || Bare(one) == Bare(tag));

    public static HttpResponseMessage AddTo(HttpResponseMessage response, string tag)
    {
        response.Headers.TryAddWithoutValidation("ETag", tag);
        return response;
    }

    private static string Bare(string tag)
    {
        var bare = tag.Trim('"');
        return (bare.StartsWith("W/", StringComparison.Ordinal) ? bare[2..] : bare).Trim('"');
    }
}
