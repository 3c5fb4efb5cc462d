namespace Lucca.PowerShell.Input;

/// <summary>An argument that cannot mean anything; nothing was sent.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="target">What the user typed.</param>
/// <param name="inner">The cause; null for none.</param>
/// <param name="advice">What to do next.</param>
internal sealed class BadArgumentException(string message, object? target, Exception? inner = null, string advice = "Correct the argument that the message names.") : ArgumentException(message, inner)
{
    public string Advice { get; } = advice;

    public object? Target { get; } = target;
}
