using System.Runtime.CompilerServices;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Raw;
using Lucca.PowerShell.Sessions;

namespace Lucca;

/// <summary>A connection to a tenant. It may be passed to other runspaces. No member shows a secret.</summary>
public sealed class LuccaSession : IDisposable
{
    private static readonly ConditionalWeakTable<Transport, LuccaSession> ByTransport = [];

    private readonly Transport _transport;

    private readonly DateOnly? _today;

    internal LuccaSession(string name, ConnectionOptions options, Transport transport, bool isEmulator, DateOnly? today)
    {
        (_transport, _today) = (transport, today);
        Name = name;
        Uri = options.BaseUri;
        ClientId = options.Credential?.ClientId;
        Scope = [.. options.Scope?.Split(' ') ?? []];
        ApiVersion = options.ApiVersion;
        RateLimit = options.RateLimit;
        IsEmulator = isEmulator;
        ByTransport.Add(transport, this);
    }

    /// <summary>The name by which commands can ask for it.</summary>
    public string Name { get; }

    /// <summary>The tenant's address.</summary>
    public Uri Uri { get; }

    /// <summary>The integration key's client id; null when an access token was given.</summary>
    public string? ClientId { get; }

    /// <summary>The scopes asked for in every token; empty when each command asks for the least it needs.</summary>
    public Values<string> Scope { get; }

    /// <summary>The version of the API that requests name.</summary>
    public string ApiVersion { get; }

    /// <summary>The most requests in any 60 seconds; 0 for no limit.</summary>
    public int RateLimit { get; }

    /// <summary>Whether the tenant is the emulator in this process.</summary>
    public bool IsEmulator { get; }

    /// <summary>Whether the commands of this runspace use it when no session is named.</summary>
    public bool IsDefault => SessionTable.IsDefault(this);

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; } = DateTimeOffset.Now;

    /// <summary>Today: the emulator may live on another day.</summary>
    internal DateOnly Today => _today ?? DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Whether the session can be used.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>The names of its resources, as far as they were asked for.</summary>
    internal NameMemory Names { get; } = new(TimeProvider.System, NameMemory.SessionLife);

    /// <summary>The names of its departments, once they were needed.</summary>
    internal DepartmentNames Departments { get; } = new(TimeProvider.System);

    internal Transport Transport => IsConnected
        ? _transport
        : throw Disconnected();

    /// <summary>The session that brought an object; null when none did.</summary>
    internal static LuccaSession? ThatBrought(OpenObject item) => Of(Transport.ThatBrought(item));

    /// <summary>The session that brought an object without a model; null when none did.</summary>
    internal static LuccaSession? ThatBrought(PlainObject item) => Of(item.Origin as Transport);

    /// <summary>The session that brought a link; null for one that a user typed.</summary>
    internal static LuccaSession? ThatBrought(LinkUri link) => Of(Transport.ThatBrought(link));

    /// <summary>The error of whoever uses the session after its end.</summary>
    internal SessionException Disconnected() => new($"The session '{Name}' was disconnected.", "Run Connect-Lucca again.", Name);

    /// <summary>Forgets all names: they may mean something else after a write.</summary>
    internal void ForgetNames()
    {
        Names.Clear();
        Departments.Clear();
    }

    /// <summary>Closes the connections and forgets the credentials.</summary>
    public void Dispose()
    {
        IsConnected = false;
        ForgetNames();
        _transport.Dispose();
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static LuccaSession? Of(Transport? transport) =>
        transport is not null && ByTransport.TryGetValue(transport, out var session) ? session : null;
}
