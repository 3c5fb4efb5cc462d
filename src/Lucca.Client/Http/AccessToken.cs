using System.Diagnostics.CodeAnalysis;

namespace Lucca.Http;

/// <summary>A bearer token and when to stop using it. Its text shows neither.</summary>
internal sealed class AccessToken(string value, DateTimeOffset renewAt)
{
    public string Value { get; } = value;

    public DateTimeOffset RenewAt { get; } = renewAt;

    /// <summary>A token just issued: to be renewed a minute, or a tenth of its life, before it expires.</summary>
    public static AccessToken Issued(string value, TimeSpan life, DateTimeOffset now)
    {
        var early = TimeSpan.FromTicks(Math.Min(TimeSpan.FromSeconds(60).Ticks, life.Ticks / 10));
        return new AccessToken(value, now + life - early);
    }

    /// <summary>Whether a text can be a token: visible ASCII (RFC 6750, 2.1). Anything else would not pass as a header.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value) => !string.IsNullOrEmpty(value) && value.All(static c => c is > ' ' and <= '~');

    public override string ToString() => "***";
}
