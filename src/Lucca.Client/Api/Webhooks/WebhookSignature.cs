using System.Globalization;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace Lucca.Api;

/// <summary>
/// Checks that a delivery to a webhook endpoint comes from Lucca (docs/api.md#webhooks). The signature is the base64 of HMAC-SHA256 over
/// the timestamp header's text, a dot, and the raw body. The timestamp is ISO 8601 in UTC, within 5 minutes of the receiver's clock.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "Lucca-Signature";

    /// <summary>The header with the time of the delivery.</summary>
    public const string TimestampHeader = "Lucca-Timestamp";

    /// <summary>With a mandatory zone: without it, the dot after the timestamp could start a fraction, made of the body.</summary>
    private static readonly string[] TimestampFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private static readonly char[] Separators = [',', ' '];

    /// <summary>The default tolerance between the timestamp and the receiver's clock, in both directions.</summary>
    public static TimeSpan DefaultTolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Checks a delivery.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The secret of the webhook endpoint.</param>
    /// <param name="signature">The signature header; null when absent. Of several, joined by a proxy, one has to match.</param>
    /// <param name="timestamp">The timestamp header's text; null when absent.</param>
    /// <param name="tolerance">The most that the timestamp may differ from <paramref name="now"/>, in both directions.</param>
    /// <param name="now">The receiver's clock.</param>
    public static WebhookVerdict Check(
        ReadOnlySpan<byte> body, SecureString secret, string? signature, string? timestamp, TimeSpan tolerance, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(signature))
        {
            return WebhookVerdict.NoSignature;
        }

        if (string.IsNullOrWhiteSpace(timestamp))
        {
            return WebhookVerdict.NoTimestamp;
        }

        var isTime = DateTimeOffset.TryParseExact(
            timestamp, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sentAt);
        if (!isTime)
        {
            return WebhookVerdict.BadTimestamp;
        }

        var given = signature.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Decode).OfType<byte[]>().ToList();
        if (given.Count == 0)
        {
            return WebhookVerdict.BadSignature;
        }

        // The time is checked after the signature, so that only the holder of the secret learns about the clock.
        var right = Sign(body, secret, timestamp);
        return given.Exists(one => CryptographicOperations.FixedTimeEquals(one, right))
            ? CheckTime(now - sentAt, tolerance)
            : WebhookVerdict.Different;
    }

    private static WebhookVerdict CheckTime(TimeSpan age, TimeSpan tolerance) =>
        age > tolerance ? WebhookVerdict.TooOld
        : age < -tolerance ? WebhookVerdict.TooNew
        : WebhookVerdict.Valid;

    private static byte[] Sign(ReadOnlySpan<byte> body, SecureString secret, string timestamp)
    {
        var key = Encoding.UTF8.GetBytes(new NetworkCredential("", secret).Password);
        try
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            hash.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
            hash.AppendData(body);
            return hash.GetHashAndReset();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return text.Length <= 44 && Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length ? bytes : null;
    }
}
