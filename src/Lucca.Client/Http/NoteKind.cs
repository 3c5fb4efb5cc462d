namespace Lucca.Http;

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
