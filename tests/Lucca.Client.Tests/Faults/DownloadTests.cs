using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

public sealed class DownloadTests
{
    private const int Size = 1_000_000;

    private readonly JumpClock _clock = new();

    [Theory]
    [InlineData(FaultKind.Cut, false)]
    [InlineData(FaultKind.Cut, true)]
    [InlineData(FaultKind.WrongLength, true)]
    public async Task Cut_half_way_it_starts_again_with_an_empty_target(FaultKind kind, bool inOrder)
    {
        await using var test = await Calls.StartAsync(_clock);

        // The first attempt is longer than the good one, so that what it left would show.
        test.Server.Faults.Add(
            new Fault { Path = "files", Kind = kind, Size = 3 * Size, Bytes = 2 * Size, Length = 4 * Size, Fin = inOrder, Times = 2 },
            new Fault { Path = "files", Kind = FaultKind.Big, Size = Size });
        using var target = new MemoryStream();
        var head = await test.DownloadAsync(target);
        Assert.Equal(Size, head!.Length);
        Assert.Equal(GeneratedBody.Sha256(Size), target.Sha256());
    }

    [Theory]
    [InlineData(FaultKind.Cut)]
    [InlineData(FaultKind.WrongLength)]
    public async Task Cut_again_and_again_it_is_an_error(FaultKind kind)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "files", Kind = kind, Size = 1000, Bytes = 500, Length = 2000, Times = -1 });
        using var target = new MemoryStream();
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DownloadAsync(target));
        Assert.Equal((LuccaErrorKind.Incomplete, 6, 6), (error.Kind, error.Attempts, test.ApiRequests.Count));
        Assert.Null(test.Notes.Transfer);
    }

    [Fact]
    public async Task A_part_of_what_was_asked_for_is_a_bad_reply()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(
            new Fault
            {
                Path = "files",
                Kind = FaultKind.Replace,
                Status = 206,
                Size = 500,
                Headers = { ["Content-Range"] = "bytes 0-499/1000" },
            });
        using var target = new MemoryStream();
        Assert.Equal(LuccaErrorKind.BadReply, (await Assert.ThrowsAsync<LuccaException>(() => test.DownloadAsync(target))).Kind);
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task A_full_disk_ends_it_with_what_the_disk_said()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "files", Kind = FaultKind.Big, Size = 50 * Size, Times = -1 });
        using var disk = new Disk(space: Size);
        var error = await Assert.ThrowsAsync<IOException>(() => test.DownloadAsync(disk));
        Assert.Equal("No space left on device", error.Message);
        Assert.Single(test.ApiRequests);
        Assert.Null(test.Notes.Transfer);
        test.Server.Faults.Clear();
        Assert.Equal("Finances", await test.DepartmentNameAsync());
    }

    [Fact]
    public async Task A_target_that_cannot_be_opened_ends_it_before_the_body()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "files", Kind = FaultKind.Endless });
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => test.Client.DownloadAsync(
            LuccaRequest.Get("files", "any") with { Scope = "files.readonly" }, _ => throw new UnauthorizedAccessException(), default));
        Assert.Single(test.ApiRequests);
    }
}
