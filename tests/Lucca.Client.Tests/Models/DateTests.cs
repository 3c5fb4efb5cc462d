using System.Text;
using Lucca.Api;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Models;

/// <summary>A day is a day and a timestamp a timestamp, whatever zone the reader is in. These run in other zones, too.</summary>
public sealed class DateTests
{
    private static readonly DateTimeOffset Morning = new(2024, 11, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-11-01T08:00:00")]
    [InlineData("2024-11-01T08:00:00Z")]
    [InlineData("2024-11-01T08:00:00.0000000")]
    [InlineData("2024-11-01T17:00:00+09:00")]
    [InlineData("2024-10-31T23:30:00-08:30")]
    public void A_timestamp_without_a_zone_is_UTC(string text) =>
        Assert.Equal(Morning, Read<Portrait>($$"""{"id":"1","createdAt":"{{text}}"}""").CreatedAt!.Value.ToUniversalTime());

    [Theory]
    [InlineData("2024-11-01")]
    [InlineData("2024-11-01T00:00:00Z")]
    [InlineData("2024-11-01T23:59:59-08:00")]
    public void A_day_has_no_zone(string text)
    {
        var day = Read<JobPosition>($$"""{"id":"1","startsOn":"{{text}}"}""").StartsOn!.Value;
        Assert.Equal((new DateTime(2024, 11, 1), DateTimeKind.Unspecified), (day, day.Kind));
    }

    [Theory]
    [InlineData("Fri, 01 Nov 2024 08:00:30 GMT")]
    [InlineData("Friday, 01-Nov-24 08:00:30 GMT")]
    [InlineData("Fri Nov 1 08:00:30 2024")]
    [InlineData("2024-11-01T08:00:30")]
    [InlineData("2024-11-01T17:00:30+09:00")]
    public void A_date_to_wait_for_is_in_UTC(string text) => Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.Parse(text, Morning));

    private static T Read<T>(string json)
        where T : Resource =>
        PageReader.Read<T>(Encoding.UTF8.GetBytes($$"""{"items":[{{json}}]}"""), LuccaJson.Of<T>(), withLinks: false)
            .Items(MalformedItemError.Throw)[0];
}
