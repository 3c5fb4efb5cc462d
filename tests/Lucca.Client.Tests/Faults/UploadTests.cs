using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>A file that is not what it was when the upload began is a clear error, and the server keeps nothing of it.</summary>
public sealed class UploadTests
{
    [Theory]
    [InlineData(10_000, 9_999)]
    [InlineData(10_000, 10_001)]
    [InlineData(10_000, 0)]
    [InlineData(0, 1)]
    [InlineData(3_000_000, 2_000_000)]
    [InlineData(3_000_000, 4_000_000)]
    public async Task One_that_shrinks_or_grows(int announced, int found)
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(Source(announced, () => GeneratedBody.Open(found))));
        Assert.Equal((LuccaErrorKind.Incomplete, 1), (error.Kind, error.Attempts));
        Assert.Equal(
            $"'data.bin' changed during the upload: it had {announced} bytes and now has {found}. The upload was canceled.", error.Message);
        await AssertNothingKeptAndTheNextOneWorksAsync(test);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_001)]
    public async Task One_that_shrinks_or_grows_when_a_part_has_left(int then)
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(Source(10_000, () => new ChangingFile(10_000, then))));
        Assert.Equal((LuccaErrorKind.Incomplete, 1), (error.Kind, error.Attempts));
        Assert.Equal(
            $"'data.bin' changed during the upload: it had 10000 bytes and now has {then}. The upload was canceled.", error.Message);
        await AssertNothingKeptAndTheNextOneWorksAsync(test);
    }

    [Fact]
    public async Task One_that_vanishes_or_is_locked()
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => test.UploadAsync(Source(10, () => throw new FileNotFoundException("Could not find file 'data.bin'."))));
        Assert.Equal((LuccaErrorKind.Incomplete, 1), (error.Kind, error.Attempts));
        Assert.Equal("'data.bin' could not be read to its end: Could not find file 'data.bin'. The upload was canceled.", error.Message);
        await AssertNothingKeptAndTheNextOneWorksAsync(test);
    }

    [Fact]
    public async Task One_whose_disk_fails_half_way()
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(Source(10_000, () => new BadDisk(10_000))));
        Assert.Equal((LuccaErrorKind.Incomplete, 1), (error.Kind, error.Attempts));
        Assert.Contains("Input/output error", error.Message, StringComparison.Ordinal);
        await AssertNothingKeptAndTheNextOneWorksAsync(test);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_000)]
    [InlineData(1_000_001)]
    public async Task Any_length_arrives_whole(int size)
    {
        await using var test = await TestClient.StartAsync();
        await test.UploadAsync(size);
        var part = Assert.Single(Assert.Single(test.ApiRequests).Parts);
        Assert.Equal((size, GeneratedBody.Sha256(size)), (part.Length, part.Sha256));
        Assert.Null(test.Notes.Transfer);
    }

    private static UploadSource Source(long length, Func<Stream> open) => new("data.bin", "application/octet-stream", length, open);

    private static async Task AssertNothingKeptAndTheNextOneWorksAsync(TestClient test)
    {
        Assert.Empty(test.Server.Tenant.Uploads);
        await test.UploadAsync(100);
        Assert.Equal(100, Assert.Single(test.Server.Tenant.Uploads).Length);
    }

    /// <summary>A file that has another length after the first read.</summary>
    private sealed class ChangingFile(int size, int then) : MemoryStream(new byte[size])
    {
        public override long Length => Position == 0 ? base.Length : then;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer[..(Position == 0 ? 100 : (int)Math.Min(then - Position, buffer.Length))], cancellationToken);
    }

    /// <summary>A disk that fails after the first read.</summary>
    private sealed class BadDisk(int size) : MemoryStream(new byte[size])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("Input/output error") : await base.ReadAsync(buffer[..100], cancellationToken);
    }
}
