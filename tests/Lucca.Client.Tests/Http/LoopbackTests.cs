using System.Net;
using Lucca.Api;
using Lucca.Client.Tests.Faults;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Http;

/// <summary>Plain http is allowed to this machine because nobody else can read along: so nothing on the way may.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task No_proxy_sees_what_goes_there(string host)
    {
        await using var server = await EmulatorServer.StartAsync();
        await using var proxy = new RawServer(_ => null);
        var address = new UriBuilder(server.Address) { Host = host }.Uri;
        using var transport = Transport.Create(TestClient.OptionsFor(address) with { Proxy = new WebProxy(proxy.Address), MaxRetries = 0 });
        await transport.SignInAsync(new CallNotes(), default);
        Assert.Equal(
            "Finances", (await new LuccaClient(transport, new CallNotes()).Departments.GetAsync("32", ReadOptions.Default, default))!.Name);
        Assert.Empty(proxy.Heads);
    }

    [Fact]
    public async Task A_proxy_is_used_for_what_is_elsewhere()
    {
        await using var server = await EmulatorServer.StartAsync();
        await using var proxy = new RawServer(_ => null);
        using var transport = Transport.Create(
            TestClient.OptionsFor(
                server.Address) with { TokenUri = new Uri(
                    "https://accounts.example/connect/token"), Proxy = new WebProxy(proxy.Address), MaxRetries = 0 });
        await Assert.ThrowsAsync<LuccaException>(() => transport.SignInAsync(new CallNotes(), default));
        Assert.Contains(proxy.Heads, head => head.StartsWith("CONNECT accounts.example:443", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_of_a_proxy_is_in_no_error_and_no_note()
    {
        await using var proxy = new RawServer(_ => "HTTP/1.1 407 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        var address = new Uri($"http://user:s3cret@{proxy.Address.Authority}");
        var notes = new CallNotes { Verbose = true, Debug = true };
        using var transport = Transport.Create(
            TestClient.OptionsFor(
                new Uri("https://nosuch.invalid/")) with { Proxy = new WebProxy(address), MaxRetries = 1, RetryBudget = TimeSpan.Zero });
        var error = await Assert.ThrowsAsync<LuccaException>(() => transport.SignInAsync(notes, default));
        Assert.Contains("***@127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
        var lines = new List<string>();
        while (notes.TryTake(out var note))
        {
            lines.Add(note.Text);
        }

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_is_looked_up_where_the_proxy_of_the_system_has_no_address_for_it()
    {
        var options = TestClient.OptionsFor(new Uri("https://nosuch.invalid/")) with { Proxy = new SystemProxy(null), MaxRetries = 0 };
        using var direct = Transport.Create(options);
        var error = await Assert.ThrowsAsync<LuccaException>(() => direct.SignInAsync(new CallNotes(), default));
        Assert.Equal("Cannot resolve host 'nosuch.invalid'. Nothing was sent.", error.Message);

        // Behind a proxy, which looks names up itself, this machine is not the one to know.
        await using var proxy = new RawServer(_ => null);
        using var behind = Transport.Create(options with { Proxy = new SystemProxy(proxy.Address) });
        await Assert.ThrowsAsync<LuccaException>(() => behind.SignInAsync(new CallNotes(), default));
        Assert.NotEmpty(proxy.Heads);
    }

    [Theory]
    [InlineData("http://127.8.9.1/", true)]
    [InlineData("http://[::1]:5/", true)]
    [InlineData("http://LOCALHOST/", true)]
    [InlineData("http://localhost.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    public void What_is_this_machine(string address, bool isLoopback)
    {
        var uri = new Uri(address);
        var bypass = new LoopbackBypass(new WebProxy("http://proxy.example:8080"));
        Assert.Equal(isLoopback, bypass.IsBypassed(uri));
        Assert.Equal(isLoopback, bypass.GetProxy(uri) is null);
    }

    /// <summary>As the one of a Windows system: it never says that it is bypassed, and gives no address where it is.</summary>
    private sealed class SystemProxy(Uri? address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
