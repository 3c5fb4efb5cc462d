namespace Lucca.Http;

/// <summary>Something a call reports while it runs.</summary>
/// <param name="Text">Text without secrets, fit for a console.</param>
/// <param name="Kind">For whom it is.</param>
public sealed record Note(string Text, NoteKind Kind);
