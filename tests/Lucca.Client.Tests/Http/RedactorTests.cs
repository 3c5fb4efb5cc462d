using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Http;

/// <summary>Secrets in any text that the module may print.</summary>
public sealed class RedactorTests
{
    [Theory]
    [InlineData("""{"secret":"h1dden"}""")]
    [InlineData("""{"client_secret" : "h1dden", "name":"x"}""")]
    [InlineData("""{"access_token":"h1dd""")]
    [InlineData("""{"detail":"{\"secret\":\"h1dden\"}"}""")]
    [InlineData("""{"detail":"{\\\"secret\\\":\\\"h1dden\\\"}"}""")]
    [InlineData("grant_type=client_credentials&client_secret=h1dden&scope=x")]
    [InlineData("https://example.ilucca.net/lucca-api/files/1?token=h1dden")]
    [InlineData("Authorization: Bearer h1dden")]
    [InlineData("""{"href":"https://a.example/files/1?x=1\u0026token=h1dden"}""")]
    [InlineData("""{"href":"https://a.example/files/1\u003ftoken\u003dh1dden\u0026x=1"}""")]
    [InlineData("""{"href":"https:\/\/a.example\/files\/1?\u0074oken=h1dden"}""")]
    [InlineData("""{"access\u005Ftoken":"h1dden"}""")]
    [InlineData("""{"client_secr\u0065t":"x\"h1dden\u0022h1dden"}""")]
    [InlineData("""{"detail":"{\"secr\\u0065t\":\"h1dden\"}"}""")]
    [InlineData("client%5Fsecret=x%26h1dden&scope=x")]
    [InlineData("/login?back=%2Ffiles%2F1%3Ftoken%3Dh1dden%26x%3D1")]
    [InlineData("/login?back=%252Ffiles%252F1%253Ftok%2565n%253Dh1dden")]
    [InlineData("""filter=%7B%22secret%22%3A%22h1dden%22%7D""")]
    [InlineData("<a href='/files/1?x=1&amp;token&#61;h1dden'>")]
    [InlineData("<pre>{&quot;client_secret&quot;:&quot;h1dden&quot;}</pre>")]
    [InlineData("Lucca-Signature: x; signature=h1dden")]
    [InlineData("signature%3Dh1dden")]
    [InlineData("""{"secretArn":"h1dden"}""")]
    [InlineData("secretCountry=h1dden&tokenTypeKey=h1dden")]
    [InlineData("""{"signature":"h1dden"}""")]
    [InlineData("Basic bHVjY2E6aDFkZGVuaDFkZGVuh1dden")]
    [InlineData("http://user:h1dden@proxy.example:8080/")]
    [InlineData("The proxy tunnel request to proxy 'http://h1dden@proxy.example/' failed")]
    [InlineData("http://user:h1dd@h1dd@proxy.example")]
    [InlineData("http://user:/h1dden?h1dden#h1dden@proxy.example:8080")]
    [InlineData("""{"proxy":"http:\/\/user:h1dden\u0040proxy.example"}""")]
    [InlineData("proxy=http%3A%2F%2Fuser%3Ah1dden%40proxy.example")]
    [InlineData("""{"tokenValue":"h1dden"}""")]
    [InlineData("""{"detail":"{\"client_secret_key\" : \"h1dden\"}"}""")]
    [InlineData("""{"secr\u0065tKey":"h1dden"}""")]
    [InlineData("/lucca-api/departments?tokenValue=h1dden&secret-key=h1dden&x=1")]
    [InlineData("?secret%5Fkey%3Dh1dden")]
    public void HidesASecretWhereverItIsQuoted(string text) => Assert.DoesNotContain("h1dd", Redactor.Text(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("The secret ab&c/ is wrong")]
    [InlineData("The secret AB%26C%2F is wrong")]
    [InlineData("""{"error_description":"ab\u0026c\/ is wrong"}""")]
    [InlineData("ab&amp;c/ is wrong")]
    public void HidesAKnownSecretHoweverItIsSpelled(string text) =>
        Assert.Contains("*** is wrong", Redactor.Text(text, ["ab&c/"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"name":"Secretariat","topics":["token"]}""")]
    [InlineData("There is no department with the id 'secret'.")]
    [InlineData("https://a.example:8080/lucca-api/employees?email=ann@example.com")]
    [InlineData("""{"name":"100%25 \u0026 more \"quoted\"","mail":"ann\u0040example.com"}""")]
    [InlineData("Basic authentication is not supported by http://proxy.example:8080.")]
    [InlineData("""{"token_type":"Bearer","tokenExpiresAt":"2026-11-28","expires_in":"60"}""")]
    [InlineData("""{"secretariat":"Paris","e_secretary":"Jane Doe","signatureDate":"2026-11-28"}""")]
    [InlineData("client_assertion_type=jwt&token.expiration=60&secretary=jane&passwordStatus=set&signature-date=2026-11-28")]
    [InlineData("""{"topics":"token","Name":"secret: 7","note":"password = none"}""")]
    public void LeavesOtherTextAlone(string text) => Assert.Equal(text, Redactor.Text(text));
}
