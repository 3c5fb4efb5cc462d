using System.Management.Automation;
using Lucca.Http;

namespace Lucca.PowerShell.Errors;

/// <summary>What is wrong on this side, so that no call is made.</summary>
/// <param name="message">A sentence for the user.</param>
/// <param name="target">What the user typed; null where whoever reports it knows.</param>
/// <param name="advice">What to do next.</param>
/// <param name="inner">The cause; null for none.</param>
internal abstract class LocalException(string message, object? target, string advice, Exception? inner) : Exception(message, inner)
{
    /// <summary>What follows for the user from what is wrong before a call.</summary>
    public const string NothingSent = " Nothing was sent.";

    /// <summary>The ErrorId and the category of its record.</summary>
    public abstract (string Id, ErrorCategory Category) Kind { get; }

    /// <summary>Whether no item can succeed, so that one error says it for all.</summary>
    public virtual bool ConcernsAll => false;

    /// <summary>Whether a call would have followed: then the message says that it did not.</summary>
    public bool IsBeforeCall { get; init; }

    /// <summary>The sentence about what is wrong alone.</summary>
    public string Problem => base.Message;

    public override string Message => IsBeforeCall ? Problem + NothingSent : Problem;

    public string Advice { get; } = advice;

    /// <summary>What the user typed, without secrets: whoever prints the exception prints this too.</summary>
    public object? Target { get; } = WithoutSecrets(target);

    /// <summary>Text and addresses with their secrets hidden; any other object as it is.</summary>
    public static object? WithoutSecrets(object? target) =>
        target is string or Uri && Redactor.Text(target.ToString()!) is var clean && clean != target.ToString() ? clean : target;
}

/// <summary>An argument that cannot mean anything.</summary>
internal sealed class BadArgumentException : LocalException
{
    private const string Correct = "Correct the arguments that the message names, then run the command again.";

    /// <inheritdoc cref="LocalException"/>
    public BadArgumentException(string message, object? target, string advice = Correct, Exception? inner = null)
        : base(message, target, advice, inner) => IsBeforeCall = true;

    /// <summary>Whether it spoils all items: parameters that contradict each other, for instance.</summary>
    public bool IsForAll { get; init; }

    public override (string Id, ErrorCategory Category) Kind => ("LuccaBadRequest", ErrorCategory.InvalidArgument);

    public override bool ConcernsAll => IsForAll;
}
