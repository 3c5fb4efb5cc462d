using System.Reflection;
using Lucca.Client.Tests.Faults;
using Lucca.Client.Tests.Models;
using Lucca.Client.Tests.Webhooks;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Lucca.Client.Tests.Facts;

/// <summary>
/// What says days, timestamps and signatures says the same in any time zone. A machine in UTC, as build servers are, shows nothing of that.
/// </summary>
[Collection(Alone.Name)]
public sealed class TimeZoneTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("TZ");

    [Theory]
    [InlineData("Asia/Tokyo", 9)]
    [InlineData("America/St_Johns", -3.5)]
    public async Task Dates_and_signatures_are_the_same_in(string zone, double hours)
    {
        MoveTo(zone);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(hours, TimeZoneInfo.Local.GetUtcOffset(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalHours);
        }

        foreach (var type in new[] { typeof(WebhookSignatureTests), typeof(ExampleTests), typeof(EmbeddedTests), typeof(DateTests) })
        {
            var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
            foreach (var method in methods)
            {
                foreach (var arguments in await ArgumentsAsync(method))
                {
                    if (method.Invoke(Activator.CreateInstance(type), BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
                    {
                        await task;
                    }
                }
            }
        }
    }

    public void Dispose() => MoveTo(_before);

    private static async Task<List<object?[]>> ArgumentsAsync(MethodInfo method)
    {
        if (method.GetCustomAttribute<TheoryAttribute>() is null)
        {
            return [[]];
        }

        List<object?[]> all = [];
        await using var tracker = new DisposalTracker();
        foreach (var source in method.GetCustomAttributes().OfType<IDataAttribute>())
        {
            all.AddRange((await source.GetData(method, tracker)).Select(row => row.GetData()));
        }

        return all;
    }

    private static void MoveTo(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
