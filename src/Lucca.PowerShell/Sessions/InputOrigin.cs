using System.Management.Automation;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Raw;

namespace Lucca.PowerShell.Sessions;

/// <summary>Where an input came from: the session that brought it, or the host of its address when it was read from a file.</summary>
internal sealed class InputOrigin
{
    private readonly string _authority;

    private InputOrigin(object input, string name, LuccaSession? session, string authority) =>
        (Input, Name, Session, _authority) = (input, name, session, authority);

    /// <summary>What the user gave.</summary>
    public object Input { get; }

    /// <summary>What errors call it.</summary>
    public string Name { get; }

    /// <summary>The name at the beginning of a sentence.</summary>
    public string Subject => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>The session that brought it; null for what was read from a file.</summary>
    public LuccaSession? Session { get; }

    /// <summary>What errors call the place.</summary>
    public string Place => Session is null ? _authority : $"the session '{Session}' ({_authority})";

    /// <summary>The host that it is of.</summary>
    public string Host => _authority;

    /// <summary>An object's; null when nothing shows it.</summary>
    /// <param name="id">What the object means; bare text comes from nowhere.</param>
    public static InputOrigin? Of(ResourceId id) => id.IsText ? null : Of(id.Input!, id);

    /// <summary>A link's: that of the response in which it stood, else the host that it leads to.</summary>
    public static InputOrigin? Of(LinkUri link) => LuccaSession.ThatBrought(link) is { } session
        ? new InputOrigin(link, "The link", session, session.Uri.Authority)
        : OfAddress(link, "The link", link.Address);

    /// <summary>Whether a session is one with the same tenant. Each emulator is a tenant of its own, until it is gone.</summary>
    public bool IsOf(LuccaSession session) => ReferenceEquals(Session, session)
        || (_authority.Equals(
            session.Uri.Authority, StringComparison.OrdinalIgnoreCase) && (Session is null || IsSameTenant(Session, session)));

    /// <summary>Whether both are of one tenant, as far as that shows.</summary>
    public bool IsOf(InputOrigin other) =>
        other.Session is { } session ? IsOf(session) : _authority.Equals(other._authority, StringComparison.OrdinalIgnoreCase);

    private static InputOrigin? Of(object input, ResourceId id) => SessionOf(input) is { } session
        ? new InputOrigin(input, id.Name, session, session.Uri.Authority)
        : OfAddress(input, id.Name, PipelineInput.Unwrap(PSObject.AsPSObject(input).Properties["Url"]?.Value)?.ToString());

    private static LuccaSession? SessionOf(object input) => input switch
    {
        OpenObject item => LuccaSession.ThatBrought(item),
        PlainObject item => LuccaSession.ThatBrought(item),
        _ => null,
    };

    private static bool IsSameTenant(LuccaSession one, LuccaSession other) =>
        one.IsEmulator == other.IsEmulator && !(one.IsEmulator && one.IsConnected);

    private static InputOrigin? OfAddress(object input, string name, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http") && uri.Host.Length > 0
            ? new InputOrigin(input, name, session: null, uri.Authority)
            : null;
}
