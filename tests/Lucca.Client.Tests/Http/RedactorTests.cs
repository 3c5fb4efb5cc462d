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
    public void HidesASecretWhereverItIsQuoted(string text) => Assert.DoesNotContain("h1dd", Redactor.Text(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"name":"Secretariat","topics":["token"]}""")]
    [InlineData("There is no department with the id 'secret'.")]
    public void LeavesOtherTextAlone(string text) => Assert.Equal(text, Redactor.Text(text));
}
