namespace Lucca.PowerShell.Errors;

/// <summary>There is no session to work in.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="advice">What to do next.</param>
/// <param name="target">What the user named; null for nothing.</param>
internal sealed class SessionException(string message, string advice, object? target = null) : Exception(message)
{
    public string Advice { get; } = advice;

    public object? Target { get; } = target;
}
