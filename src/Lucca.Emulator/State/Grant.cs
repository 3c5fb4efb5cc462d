namespace Lucca.Emulator.Signing;

/// <summary>What an access token allows, and until when.</summary>
internal sealed record Grant(IReadOnlySet<string> Scopes, DateTimeOffset ExpiresAt);
