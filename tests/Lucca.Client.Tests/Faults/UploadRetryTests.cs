using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>An upload is repeated only when the server certainly did not take it, and then with its whole body.</summary>
public sealed class UploadRetryTests
{
    private const int Small = 10_000;
    private const int WaitsForGoAhead = 3_000_000;

    private readonly JumpClock _clock = new();

    public static TheoryData<Fault, int> NotTaken
    {
        get
        {
            var data = new TheoryData<Fault, int>();
            foreach (var size in new[] { Small, WaitsForGoAhead })
            {
                foreach (var early in new[] { false, true })
                {
                    data.Add(new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 429, Early = early }, size);
                    data.Add(
                        new Fault
                        {
                            Method = "POST",
                            Path = "files",
                            Kind = FaultKind.Status,
                            Status = 503,
                            Early = early,
                            Headers = { ["Retry-After"] = "7" },
                        },
                        size);
                    data.Add(new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 401, Early = early }, size);
                }
            }

            return data;
        }
    }

    public static TheoryData<Fault> PerhapsTaken =>
    [
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 503 },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 503, Headers = { ["Retry-After"] = "soon" } },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 500, Headers = { ["Retry-After"] = "7" } },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 502 },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 504 },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 408 },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 413, Early = true },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Reset },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Reset, Fin = true },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Reset, Bytes = 4096 },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.CloseAfterRequestBody },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.CloseAfterRequestBody, Fin = true },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.ResetInHead },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.Cut, Bytes = 10 },
        new Fault { Method = "POST", Path = "files", Kind = FaultKind.BadJson },
    ];

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task Refused_it_is_sent_again_whole(Fault fault, int size)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(fault);
        Assert.Equal("data.bin", (await test.UploadAsync(size)).FileName);
        var uploads = test.ApiRequests;
        Assert.Equal(2, uploads.Count);
        Assert.Equal(GeneratedBody.Sha256(size), Assert.Single(uploads[1].Parts).Sha256);
        Assert.Single(test.Server.Tenant.Uploads);
        if (fault.Early && size == WaitsForGoAhead)
        {
            Assert.Equal(0, uploads[0].BodyLength);
        }
    }

    [Theory]
    [MemberData(nameof(PerhapsTaken))]
    public async Task Perhaps_taken_it_is_not_sent_again(Fault fault)
    {
        await using var test = await Calls.StartAsync(_clock);
        await test.DepartmentNameAsync(); // so that the upload goes over a connection that is open already
        test.Server.Requests.Clear();
        test.Server.Faults.Add(fault);
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(Small));
        Assert.Equal(1, error.Attempts);
        Assert.Single(test.ApiRequests);
        Assert.Empty(_clock.Delays);
    }

    [Fact]
    public async Task A_refusal_for_its_size_costs_no_upload()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Method = "POST", Path = "files", Kind = FaultKind.Status, Status = 413, Early = true });
        var opened = 0;
        var source = new UploadSource("data.bin", "application/octet-stream", 50_000_000, () =>
        {
            opened++;
            return GeneratedBody.Open(50_000_000);
        });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(source));
        Assert.Equal(LuccaErrorKind.TooLarge, error.Kind);
        Assert.Equal((0, 0), (Assert.Single(test.ApiRequests).BodyLength, opened));
    }
}
