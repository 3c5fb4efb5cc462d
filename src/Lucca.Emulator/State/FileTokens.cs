using System.Security.Cryptography;
using System.Text;

namespace Lucca.Emulator.Files;

/// <summary>The tokens that give access to files. A file's token stays the same while the tenant lives.</summary>
internal sealed class FileTokens
{
    private readonly Lazy<byte[]> _key = new(() => RandomNumberGenerator.GetBytes(32));

    /// <summary>The token of a file, in the form of those that the API hands out.</summary>
    public string For(string id)
    {
        var claim = Encoding.UTF8.GetBytes("{\"file\":\"" + id.ToLowerInvariant() + "\"}");
        return $"{Base64Url(claim)}.{Base64Url(HMACSHA256.HashData(_key.Value, claim))}";
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
