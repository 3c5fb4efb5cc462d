using System.IO.Compression;
using System.Text;
using Lucca.Api;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// A body that neither a length nor chunks frame ends when the connection does: only its coding can tell whether it was whole.
/// </summary>
public sealed class CutBodyTests
{
    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n")));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task One_that_is_cut_in_the_middle_is_not_accepted(string coding)
    {
        var packed = Pack(coding, Bytes);
        foreach (var length in new[] { packed.Length / 2, packed.Length - 1 })
        {
            await using var server = new RawServer(_ => [.. Head(coding), .. packed[..length]]);
            using var target = new MemoryStream();
            var error = await Assert.ThrowsAsync<LuccaException>(() => DownloadAsync(server, target, new CallNotes()));
            Assert.True(error.Kind is LuccaErrorKind.Incomplete or LuccaErrorKind.BadReply, error.ToString());
        }
    }

    [Fact]
    public async Task One_that_is_whole_is_unpacked_although_it_was_asked_for_as_it_is()
    {
        await using var server = new RawServer(_ => [.. Head("gzip"), .. Pack("gzip", Bytes)]);
        using var target = new MemoryStream();
        var notes = new CallNotes();
        await DownloadAsync(server, target, notes);
        Assert.Equal(Bytes, target.ToArray());
        Assert.False(notes.TryTake(out _));
        Assert.Contains(
            server.Heads,
            head =>
                head.Contains("Accept-Encoding: identity\r\n", StringComparison.Ordinal)
                    && !head.Contains("gzip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_can_tell_there_is_a_warning()
    {
        await using var server = new RawServer(_ => [.. Head("identity"), .. Bytes]);
        using var target = new MemoryStream();
        var notes = new CallNotes();
        await DownloadAsync(server, target, notes);
        Assert.Equal(Bytes.Length, target.Length);
        Assert.True(notes.TryTake(out var note));
        Assert.Equal(NoteKind.Warning, note.Kind);
        Assert.Contains("did not state the length", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_whose_coding_is_cut_after_its_last_character_is_not_accepted()
    {
        var packed = Pack("gzip", "{\"id\":\"32\",\"name\":\"whole\"}"u8.ToArray());
        await using var server = new RawServer(_ => [.. Head("gzip"), .. packed[..^4]]);
        using var transport = Transport.Create(TestClient.OptionsFor(server.Address) with { MaxRetries = 0 });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => new LuccaClient(transport, new CallNotes()).Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.Incomplete, error.Kind);
    }

    private static byte[] Head(string coding) =>
        Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {coding}\r\nConnection: close\r\n\r\n");

    private static async Task DownloadAsync(RawServer server, Stream target, CallNotes notes)
    {
        using var transport = Transport.Create(TestClient.OptionsFor(server.Address) with { MaxRetries = 0 });
        var request = LuccaRequest.Get("files", "any") with { Scope = "files.readonly", Accept = MediaTypes.Bytes };
        await new LuccaClient(transport, notes).DownloadAsync(request, _ => target, default);
    }

    private static byte[] Pack(string coding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        Stream packer = coding switch
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
