using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string SentAt = "2025-01-01T08:34:23Z";
    private const string Body = """{"id":"1","type":"employee.created","name":"Zoë"}""";

    private static readonly DateTimeOffset Now = new(2025, 1, 1, 8, 35, 0, TimeSpan.Zero);
    private static readonly SecureString Secret = new NetworkCredential("", "my_webhook_secret").SecurePassword;

    [Fact]
    public void What_the_documentation_signs_is_valid() => Assert.Equal(WebhookVerdict.Valid, Check(Sign($"{SentAt}.{Body}")));

    [Fact]
    public void A_signature_made_by_another_implementation_is_valid()
    {
        // printf '2025-01-01T08:34:23Z.{}' | openssl dgst -sha256 -hmac my_webhook_secret -binary | base64
        Assert.Equal(WebhookVerdict.Valid, Check("F+hbcvB+PsgIrBH6IHDvTKRtbWaKBpB7Jzws9vCp8EE=", body: "{}"));
    }

    [Theory]
    [InlineData(Body)]
    [InlineData(SentAt + Body)]
    [InlineData(SentAt + "." + Body + "\n")]
    [InlineData("2025-01-01T08:34:24Z." + Body)]
    public void A_signature_of_any_other_text_is_refused(string signed) => Assert.Equal(WebhookVerdict.Different, Check(Sign(signed)));

    [Fact]
    public void Another_secret_is_refused() => Assert.Equal(WebhookVerdict.Different, Check(Sign($"{SentAt}.{Body}", "another_secret")));

    [Fact]
    public void One_of_several_signatures_is_enough()
    {
        var right = Sign($"{SentAt}.{Body}");
        var wrong = Sign("something else");
        Assert.Equal(WebhookVerdict.Valid, Check($"{wrong}, {right}"));
        Assert.Equal(WebhookVerdict.Different, Check($"{wrong}, {wrong}"));
    }

    [Theory]
    [InlineData(null, SentAt, WebhookVerdict.NoSignature)]
    [InlineData(" ", SentAt, WebhookVerdict.NoSignature)]
    [InlineData("c2hvcnQ=", SentAt, WebhookVerdict.BadSignature)]
    [InlineData("no base64 at all!", SentAt, WebhookVerdict.BadSignature)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", null, WebhookVerdict.NoTimestamp)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "yesterday", WebhookVerdict.BadTimestamp)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "01/01/2025 08:34:23", WebhookVerdict.BadTimestamp)]
    public void What_is_missing_or_malformed_is_named(string? signature, string? timestamp, WebhookVerdict expected) =>
        Assert.Equal(
            expected,
            WebhookSignature.Check(Encoding.UTF8.GetBytes(Body), Secret, signature, timestamp, WebhookSignature.DefaultTolerance, Now));

    [Theory]
    [InlineData("2025-01-01T08:30:00Z", WebhookVerdict.Valid)]
    [InlineData("2025-01-01T08:29:59Z", WebhookVerdict.TooOld)]
    [InlineData("2025-01-01T08:29:59.9999Z", WebhookVerdict.TooOld)]
    [InlineData("2025-01-01T08:40:00Z", WebhookVerdict.Valid)]
    [InlineData("2025-01-01T08:40:01Z", WebhookVerdict.TooNew)]
    [InlineData("2025-01-01T09:35:00+01:00", WebhookVerdict.Valid)]
    [InlineData("2025-01-01T08:34:23.5+00:00", WebhookVerdict.Valid)]
    [InlineData("2025-01-01T08:35:00", WebhookVerdict.BadTimestamp)]
    [InlineData("2025-01-01T08:35:00.5", WebhookVerdict.BadTimestamp)]
    [InlineData("2025-01-01T08:35:00ZZ", WebhookVerdict.BadTimestamp)]
    [InlineData("2025-01-01T08:35:00Z ", WebhookVerdict.BadTimestamp)]
    public void The_time_window_is_five_minutes_either_way(string timestamp, WebhookVerdict expected) =>
        Assert.Equal(expected, Check(Sign($"{timestamp}.{Body}"), timestamp));

    [Fact]
    public void The_dot_between_time_and_body_cannot_be_moved()
    {
        var signature = Sign("2025-01-01T08:34:23.5Z.{}");
        Assert.Equal(WebhookVerdict.Valid, Check(signature, "2025-01-01T08:34:23.5Z", "{}"));
        Assert.Equal(WebhookVerdict.BadTimestamp, Check(signature, "2025-01-01T08:34:23", "5Z.{}"));
    }

    private static WebhookVerdict Check(string signature, string timestamp = SentAt, string body = Body) =>
        WebhookSignature.Check(Encoding.UTF8.GetBytes(body), Secret, signature, timestamp, WebhookSignature.DefaultTolerance, Now);

    private static string Sign(string text, string secret = "my_webhook_secret") =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
