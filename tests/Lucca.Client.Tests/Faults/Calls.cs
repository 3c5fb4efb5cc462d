using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>The calls that the tests make again and again.</summary>
internal static class Calls
{
    /// <summary>A server and a client that share a clock on which waiting costs no time.</summary>
    public static Task<TestClient> StartAsync(
        JumpClock clock, Func<ConnectionOptions, ConnectionOptions>? connect = null, TenantOptions? tenant = null)
    {
        tenant ??= new TenantOptions();
        tenant.TimeProvider = clock;
        return TestClient.StartAsync(tenant, options => (connect?.Invoke(options) ?? options) with { Time = clock });
    }

    /// <summary>A server and a client that is patient for so many milliseconds and makes one attempt.</summary>
    public static Task<TestClient> StartOnceAsync(int timeout = 30_000) =>
        TestClient.StartAsync(connect: options => options with { Timeout = TimeSpan.FromMilliseconds(timeout), MaxRetries = 0 });

    public static async Task<string?> DepartmentNameAsync(this TestClient test, CancellationToken cancellationToken = default) =>
        (await test.Client.Departments.GetAsync("32", ReadOptions.Default, cancellationToken))!.Name;

    public static async Task<List<string>> DepartmentIdsAsync(this TestClient test, CancellationToken cancellationToken = default)
    {
        var ids = new List<string>();
        await foreach (var page in test.Client.Departments.PagesAsync([], ListWindow.All, [], cancellationToken))
        {
            ids.AddRange(page.Whole().Select(item => item.Id));
        }

        return ids;
    }

    public static Task<File> UploadAsync(this TestClient test, long size, CancellationToken cancellationToken = default) =>
        test.UploadAsync(new UploadSource("data.bin", "application/octet-stream", size, () => GeneratedBody.Open(size)), cancellationToken);

    public static async Task<File> UploadAsync(this TestClient test, UploadSource source, CancellationToken cancellationToken = default) =>
        (await test.Client.Files.UploadAsync(source, ReadOptions.Default, cancellationToken))!;

    /// <summary>Downloads some file into a stream; what its bytes are, a fault has to say.</summary>
    public static Task<DownloadResult> DownloadAsync(this TestClient test, Stream target, CancellationToken cancellationToken = default) =>
        test.Client.DownloadAsync(
            LuccaRequest.Get("files", "any") with { Scope = "files.readonly", Accept = MediaTypes.Bytes }, _ => target, cancellationToken);

    /// <summary>Waits until something has come true. A test that waits in vain fails.</summary>
    public static async Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        for (var start = Stopwatch.GetTimestamp(); !condition();)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"It did not come true within a minute: {what}");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until the notes of the calls hold what a pattern describes.</summary>
    public static Task NotedAsync(this TestClient test, string pattern)
    {
        var seen = "";
        return UntilAsync(() => Regex.IsMatch(seen += test.NotesText() + "\n", pattern, RegexOptions.Singleline), pattern);
    }

    public static string Sha256(this MemoryStream stream) => Convert.ToHexString(SHA256.HashData(stream.ToArray())).ToLowerInvariant();
}
