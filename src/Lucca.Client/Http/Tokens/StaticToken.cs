using System.Security;

namespace Lucca.Http;

/// <summary>An access token given by the caller. It cannot be renewed.</summary>
internal sealed class StaticToken(SecureString value) : TokenSource
{
    // A copy, which closing destroys; the original is the caller's.
    private readonly SecureString _value = value.Copy();

    public override bool CanRenew => false;

    public override Task<AccessToken> GetAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var text = PlainText.Of(_value);
        if (IsOlderKey(text))
        {
            throw new LuccaException(
                LuccaErrorKind.SignInFailed,
                "This is a key of an older API, not an access token. Nothing was sent. "
                + "Create an integration key instead: see Get-Help about_Lucca_Migration.");
        }

        return AccessToken.IsValid(text)
            ? Task.FromResult(new AccessToken(text, scope: null, DateTimeOffset.MaxValue, expiresAt: null))
            : throw new LuccaException(
                LuccaErrorKind.SignInFailed, "The access token is empty or contains invalid characters. Nothing was sent.");
    }

    public override AccessToken? Peek(string scope) => null;

    public override void Invalidate(AccessToken token)
    {
        // There is no other token: the caller sees the refusal.
    }

    /// <summary>Whether it is a key of API v3 or v4, with or without the prefix of its header (docs/api.md#older-apis).</summary>
    private static bool IsOlderKey(string text) =>
        Guid.TryParseExact(text.Trim(), "D", out _)
        || text.TrimStart().StartsWith("lucca application=", StringComparison.OrdinalIgnoreCase)
        || text.TrimStart().StartsWith("application=", StringComparison.OrdinalIgnoreCase);

    protected override void Dispose(bool disposing)
    {
        _value.Dispose();
        base.Dispose(disposing);
    }
}
