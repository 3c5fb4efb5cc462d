using System.Diagnostics.CodeAnalysis;

namespace Lucca.Http;

/// <summary>A bearer token and when to stop using it. Its text shows neither.</summary>
internal sealed class AccessToken(string value, string? scope, DateTimeOffset renewAt, DateTimeOffset? expiresAt)
{
    public string Value { get; } = value;

    /// <summary>The requested scopes; null when unknown.</summary>
    public string? Scope { get; } = scope;

    public DateTimeOffset RenewAt { get; } = renewAt;

    /// <summary>When it expires; null when unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt;

    /// <summary>A token just issued: renewed a minute before it expires, or a tenth of its lifetime if that is less.</summary>
    public static AccessToken Issued(string value, string scope, TimeSpan life, DateTimeOffset now)
    {
        var early = TimeSpan.FromTicks(Math.Min(TimeSpan.FromSeconds(60).Ticks, life.Ticks / 10));
        return new AccessToken(value, scope, now + life - early, now + life);
    }

    /// <summary>Whether a text can be a token: visible ASCII (RFC 6750, 2.1). A header can hold nothing else.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value) =>
        !string.IsNullOrEmpty(value) && value.All(static c => c is > ' ' and <= '~');

    public override string ToString() => "***";
}
