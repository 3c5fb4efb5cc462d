using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Lucca.Http;

/// <summary>
/// Progress and warnings of calls while they run. The client writes from any thread; the caller reads on its own, since only a shell's
/// pipeline thread may write to its streams.
/// </summary>
public sealed class CallNotes
{
    /// <summary>A shorter secret would be hidden within ordinary words.</summary>
    private const int ShortestSecret = 4;

    private readonly ConcurrentQueue<Note> _notes = [];
    private readonly ConcurrentDictionary<string, bool> _secrets = [];
    private volatile Transfer? _transfer;
    private volatile Wait? _wait;

    /// <summary>Whether a line for each request is wanted.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether headers and bodies are wanted.</summary>
    public bool Debug { get; init; }

    /// <summary>The current transfer; null when there is none.</summary>
    public Transfer? Transfer
    {
        get => _transfer;
        set => _transfer = value;
    }

    /// <summary>The current wait; null when there is none.</summary>
    public Wait? Wait
    {
        get => _wait;
        set => _wait = value;
    }

    /// <summary>Takes the oldest note.</summary>
    /// <param name="note">The note.</param>
    /// <returns>False when there is none.</returns>
    public bool TryTake([NotNullWhen(true)] out Note? note) => _notes.TryDequeue(out note);

    internal void Add(string text, bool isDetail = false)
    {
        if (isDetail ? Debug : Verbose)
        {
            _notes.Enqueue(new Note(Hide(ConsoleText.Lines(text)), isDetail ? NoteKind.Detail : NoteKind.Progress));
        }
    }

    /// <summary>Adds a warning.</summary>
    internal void Warn(string text) => _notes.Enqueue(new Note(Hide(ConsoleText.Line(text)), NoteKind.Warning));

    /// <summary>Registers a secret that calls send: it is hidden wherever a request shows it, or a server repeats it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="name">The name under which it is sent; a short secret is hidden together with it.</param>
    internal void Conceal(string secret, string? name = null)
    {
        if (secret.Length >= ShortestSecret)
        {
            _secrets[secret] = true;
        }
        else if (name is not null && secret.Length > 0)
        {
            _secrets[$"{name}={secret}"] = true;
        }
    }

    /// <summary>A text with its secrets hidden.</summary>
    internal string Hide(string text) => Redactor.Text(text, _secrets.Keys);
}

/// <summary>For whom a note is.</summary>
public enum NoteKind
{
    /// <summary>For those who want to follow: a line for each request.</summary>
    Progress,

    /// <summary>For those who look for a fault: headers and bodies.</summary>
    Detail,

    /// <summary>For everybody.</summary>
    Warning,
}

/// <summary>Something a call reports while it runs.</summary>
/// <param name="Text">Text without secrets, fit for a console.</param>
/// <param name="Kind">For whom it is.</param>
public sealed record Note(string Text, NoteKind Kind);

/// <summary>A pause of the client's own: for the rate limit, or before another attempt.</summary>
/// <param name="Reason">Why, as a phrase for display.</param>
/// <param name="Duration">How long in all.</param>
public sealed record Wait(string Reason, TimeSpan Duration);
