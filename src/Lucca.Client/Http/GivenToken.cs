using System.Security;

namespace Lucca.Http;

/// <summary>An access token that the caller already has. It cannot be renewed.</summary>
internal sealed class GivenToken(SecureString value) : TokenSource
{
    // A copy, so that closing can destroy it: the text given is the caller's.
    private readonly SecureString _value = value.Copy();

    public override bool CanRenew => false;

    public override Task<AccessToken> GetAsync(string scope, CallNotes notes, CancellationToken cancellationToken)
    {
        var text = PlainText.Of(_value);
        return AccessToken.IsValid(text)
            ? Task.FromResult(new AccessToken(text, scope: null, DateTimeOffset.MaxValue, expiresAt: null))
            : throw new LuccaException(LuccaErrorKind.SignInFailed, "The access token given is empty, or holds characters that no token has. Nothing was sent.");
    }

    public override AccessToken? Peek(string scope) => null;

    public override void Drop(AccessToken token)
    {
        // The only one there is: the caller learns that it was refused.
    }

    protected override void Dispose(bool disposing)
    {
        _value.Dispose();
        base.Dispose(disposing);
    }
}
