using System.Globalization;
using System.Net;
using System.Security;

namespace Lucca.Http;

/// <summary>An integration key: made in the tenant at <c>/identity/admin/integration-keys</c>.</summary>
/// <param name="ClientId">The client id.</param>
/// <param name="ClientSecret">The client secret, decrypted only while a token request is written.</param>
public sealed record ClientCredential(string ClientId, SecureString ClientSecret)
{
    /// <summary>A sentence about a character that a file or a vault added to the key, such as a final line feed; null for none.</summary>
    internal string? Flaw => FlawOf("client id", ClientId) ?? FlawOf("client secret", PlainText.Of(ClientSecret));

    private static string? FlawOf(string what, string text) =>
        text.Length == 0 ? $"The {what} is empty."
        : NameOf(text[0]) is { } first ? $"The {what} begins with {first}."
        : NameOf(text[^1]) is { } last ? $"The {what} ends with {last}."
        : null;

    private static string? NameOf(char c) => c switch
    {
        '\n' or '\r' => "a line feed",
        '\t' => "a tab",
        ' ' => "a space",
        _ when char.IsWhiteSpace(c) => "an invisible character",
        _ when char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control => "an invisible character",
        _ => null,
    };
}

/// <summary>Decrypts a secret. Keep the result no longer than a request needs it.</summary>
internal static class PlainText
{
    public static string Of(SecureString secret) => new NetworkCredential("", secret).Password;
}
