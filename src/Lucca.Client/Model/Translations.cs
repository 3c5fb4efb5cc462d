namespace Lucca;

/// <summary>The member <c>t9n</c>: for each translated field its text by language tag, such as <c>fr-FR</c>. The plain field is the fallback.</summary>
public sealed class Translations : Dictionary<string, Members<string?>?>
{
    /// <summary>Nothing translated.</summary>
    public Translations()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All of them, with the names of fields and languages.</summary>
    public override string ToString() => MemberText.Of(this);
}
