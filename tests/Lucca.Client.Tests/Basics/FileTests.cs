using System.Security.Cryptography;
using Lucca.Api;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Basics;

public sealed class FileTests
{
    private const string ExampleFile = "2face165-5345-4cf3-ab05-5421a6b19df2";

    [Fact]
    public async Task The_metadata_are_those_of_the_documentation()
    {
        await using var test = await TestClient.StartAsync();
        var file = (await test.Client.Files.GetAsync(Address(test), ReadOptions.Default, default))!;
        Assert.Equal((ExampleFile, "pic.jpg", "image/jpg"), (file.Id, file.FileName, file.ContentType));
        Assert.Equal(new DateTimeOffset(2024, 1, 15, 8, 30, 0, TimeSpan.Zero), file.CreatedAt);
    }

    [Theory]
    [InlineData(MediaTypes.Bytes, null, "application/octet-stream", "")]
    [InlineData(MediaTypes.Preview, null, "images/*", "")]
    [InlineData(MediaTypes.Bytes, "attachment", "application/octet-stream", "&disposition=attachment")]
    [InlineData(MediaTypes.Bytes, "inline", "application/octet-stream", "&disposition=inline")]
    public async Task Content_is_asked_for_by_accept_and_disposition(
        string accept, string? disposition, string acceptSent, string querySent)
    {
        await using var test = await TestClient.StartAsync();
        using var target = new MemoryStream();
        var head = await test.Client.Files.DownloadAsync(Address(test), ReadOptions.Default, accept, disposition, _ => target, default);
        Assert.Equal("image/jpg", head!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], target.ToArray()[..3]);
        var request = Assert.Single(test.ApiRequests);
        Assert.Equal(acceptSent, request.Headers["Accept"][0]);
        Assert.EndsWith(querySent, request.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_another_host_is_refused_unsent()
    {
        await using var test = await TestClient.StartAsync();
        var error = Assert.Throws<LuccaException>(
            () => FileAddress.Parse(new LinkUri($"https://evil.example/lucca-api/files/{ExampleFile}?token=t0p"), test.Server.Address));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Contains("evil.example", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("t0p", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(test.Server.Requests);
    }

    [Theory]
    [InlineData("no link at all")]
    [InlineData("http://{host}/lucca-api/files/")]
    [InlineData("http://{host}/lucca-api/departments/32?token=t0p")]
    [InlineData("http://{host}/lucca-api/files/1")]
    [InlineData("http://{host}/lucca-api/files/1?token=")]
    public async Task A_malformed_link_is_refused_unsent(string link)
    {
        await using var test = await TestClient.StartAsync();
        var error = Assert.Throws<LuccaException>(
            () => FileAddress.Parse(
                new LinkUri(link.Replace("{host}", test.Server.Address.Authority, StringComparison.Ordinal)), test.Server.Address));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.DoesNotContain("t0p", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_uploaded_comes_back_the_same()
    {
        await using var test = await TestClient.StartAsync();
        var content = RandomNumberGenerator.GetBytes(1_500_000);
        const string Name = "Contrat d'été \"signé\" €漢.pdf";
        var file = await test.Client.Files.UploadAsync(
            new UploadSource(Name, "application/pdf", content.Length, () => new MemoryStream(content)), ReadOptions.Default, default);
        Assert.Equal((Name, "application/pdf"), (file!.FileName, file.ContentType));
        var part = Assert.Single(Assert.Single(test.ApiRequests).Parts);
        Assert.Contains("Content-Disposition: form-data; name=\"form\"; filename=\"Contrat d'été %22signé%22 €漢.pdf\"", part.Headers);
        Assert.Contains("Content-Type: application/pdf", part.Headers);
        Assert.Equal("files.readwrite", Assert.Single(test.TokenRequests).Form!["scope"]);

        using var back = new MemoryStream();
        var link = new LinkUri(new Uri(test.Server.Address, test.Server.Tenant.FileLink(file.Id)).ToString());
        await test.Client.Files.DownloadAsync(
            FileAddress.Parse(link, test.Server.Address), ReadOptions.Default, MediaTypes.Bytes, null, _ => back, default);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(back.ToArray()));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_unsent()
    {
        await using var test = await TestClient.StartAsync();
        var source = new UploadSource(
            "big.bin", MediaTypes.Bytes, 105L << 20, () => throw new InvalidOperationException("It must not be opened."));
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Files.UploadAsync(source, ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.TooLarge, error.Kind);
        Assert.Empty(test.Server.Requests);
    }

    private static FileAddress Address(TestClient test) =>
        FileAddress.Parse(
            new LinkUri(new Uri(test.Server.Address, test.Server.Tenant.FileLink(ExampleFile)).ToString()), test.Server.Address);
}
