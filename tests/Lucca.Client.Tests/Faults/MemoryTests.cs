using Lucca.Emulator.Server;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Whatever is transferred, memory does not grow with it. What is counted is what client and server hold together.</summary>
[Collection(Alone.Name)]
public sealed class MemoryTests
{
    private const long Most = 20 << 20;

    [Fact]
    public async Task A_download_of_any_size()
    {
        const long size = 256L << 20;
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "files", Kind = FaultKind.Big, Size = size });
        using var target = new Disk();
        var peak = await PeakAsync(test.DownloadAsync(target));
        Assert.Equal(size, target.Length);
        Assert.Equal(GeneratedBody.Sha256(size), target.Sha256);
        Assert.InRange(peak, 0, Most);
    }

    [Fact]
    public async Task An_upload_of_any_size()
    {
        const long size = 95L << 20;
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Method = "POST", Path = "files", Kind = FaultKind.Replace, Body = """{"id":"1","fileName":"data.bin"}""" });
        Assert.InRange(await PeakAsync(test.UploadAsync(size)), 0, Most);
        Assert.Equal(GeneratedBody.Sha256(size), Assert.Single(Assert.Single(test.ApiRequests).Parts).Sha256);
    }

    /// <summary>By how much the memory in use grew at the most while a task ran, in bytes.</summary>
    private static async Task<long> PeakAsync(Task task)
    {
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        while (!task.IsCompleted)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            await Task.Delay(10);
        }

        await task;
        return peak;
    }
}
