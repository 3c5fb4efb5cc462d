namespace Lucca.PowerShell.Errors;

/// <summary>An argument that cannot mean anything; nothing was sent.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="target">What the user typed.</param>
/// <param name="inner">The cause; null for none.</param>
internal sealed class BadArgumentException(string message, object? target, Exception? inner = null) : ArgumentException(message, inner)
{
    public object? Target { get; } = target;
}
