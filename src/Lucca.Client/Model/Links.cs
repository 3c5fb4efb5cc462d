namespace Lucca;

/// <summary>Named addresses that a resource points to; a null value means that the caller has no access.</summary>
public sealed class Links : Dictionary<string, Link?>
{
    /// <summary>No links.</summary>
    public Links()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All of them, with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}
