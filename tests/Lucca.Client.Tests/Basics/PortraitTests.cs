using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Basics;

public sealed class PortraitTests
{
    [Fact]
    public async Task The_metadata_are_those_of_the_documentation()
    {
        await using var test = await TestClient.StartAsync();
        var portrait = (await test.Client.Portraits.GetAsync("874", ReadOptions.Default, default))!;
        Assert.Equal(
            ("874", "416", "jdoe-800.jpeg", "image/jpeg"), (portrait.Id, portrait.Employee!.Id, portrait.FileName, portrait.ContentType));
    }

    [Fact]
    public async Task The_picture_comes_whole_with_its_name_and_type()
    {
        await using var test = await TestClient.StartAsync();
        using var target = new MemoryStream();
        var head = (await test.Client.Portraits.DownloadAsync("874", ReadOptions.Default, _ => target, default));
        Assert.Equal(("jdoe-800.jpeg", "image/jpeg"), (head.FileName, head.MediaType));
        Assert.Equal(head.Length, target.Length);
        Assert.Equal([0xFF, 0xD8, 0xFF], target.ToArray()[..3]);
        Assert.Equal("image/*", Assert.Single(test.ApiRequests).Headers["Accept"][0]);
        Assert.Equal("employees.readonly", Assert.Single(test.TokenRequests).Form!["scope"]);
    }

    [Fact]
    public async Task A_picture_that_is_still_good_is_not_fetched()
    {
        await using var test = await TestClient.StartAsync();
        using var target = new MemoryStream();
        var head = await test.Client.Portraits.DownloadAsync("874", ReadOptions.Default, _ => target, default);
        var again = await test.Client.Portraits.DownloadAsync(
            "874", new ReadOptions { IfNoneMatch = head.ETag }, _ => throw new InvalidOperationException(), default);
        Assert.True(again.IsNotModified);
    }
}
