namespace Lucca.PowerShell.Errors;

/// <summary>There is no session to work in.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="advice">What to do next.</param>
/// <param name="target">What the user named; null for nothing.</param>
/// <param name="isContradiction">Whether there are sessions, but what the user gave does not say which.</param>
internal sealed class SessionException(string message, string advice, object? target = null, bool isContradiction = false) : Exception(message)
{
    public bool IsContradiction { get; } = isContradiction;

    public string Advice { get; } = advice;

    public object? Target { get; } = target;
}
