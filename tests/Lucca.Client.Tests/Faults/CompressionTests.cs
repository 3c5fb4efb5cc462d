using System.IO.Compression;
using System.Text;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

public sealed class CompressionTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(
        """{"id":"32","name":"packed","description":"0123456789012345678901234567890123456789"}""");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_cannot_be_unpacked_is_a_bad_reply(string encoding)
    {
        var bodies = new byte[][]
        {
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            Json,
            [.. Pack(encoding, Json).Select((value, i) => i > 12 ? (byte)(value ^ 0x55) : value)],
        };
        foreach (var body in bodies)
        {
            await using var test = await StartAsync(encoding, body);
            var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
            Assert.Equal((LuccaErrorKind.BadReply, 1), (error.Kind, error.Attempts));
        }
    }

    [Theory]
    [InlineData("gzip", LuccaErrorKind.Incomplete)]
    [InlineData("br", LuccaErrorKind.BadReply)]
    [InlineData("deflate", LuccaErrorKind.BadReply)]
    public async Task A_packed_response_that_ends_early_is_not_accepted(string encoding, LuccaErrorKind kind)
    {
        var packed = Pack(encoding, Json);
        for (var length = 1; length < packed.Length; length++)
        {
            await using var test = await StartAsync(encoding, packed[..length]);
            Assert.Equal(kind, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Kind);
        }
    }

    [Fact]
    public async Task Several_members_in_a_row_are_one_body()
    {
        await using var test = await StartAsync("gzip", [.. Pack("gzip", Json[..20]), .. Pack("gzip", Json[20..])]);
        Assert.Equal("packed", await test.DepartmentNameAsync());
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('a')]
    public async Task A_bomb_is_a_bad_reply(char filling)
    {
        var bomb = Encoding.ASCII.GetBytes("{\"id\":\"" + new string(filling, 70_000_000));
        await using var test = await StartAsync("gzip", Pack("gzip", bomb));
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.Contains("sent more than 64 MB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_body_is_a_bad_reply()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Endless, Body = """{"id":"32" """ });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.Contains("sent more than 64 MB", error.Message, StringComparison.Ordinal);
    }

    private static async Task<TestClient> StartAsync(string encoding, byte[] body)
    {
        var test = await Calls.StartOnceAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Replace,
                BodyBytes = body,
                ContentType = "application/json",
                Headers = { ["Content-Encoding"] = encoding },
            });
        return test;
    }

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        };
        using (packer)
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
