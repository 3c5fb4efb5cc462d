namespace Lucca;

/// <summary>Values by name, which may be in any case. Their text is all of them with their names.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class Members<T> : Dictionary<string, T>
{
    /// <summary>None.</summary>
    public Members()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>All of them with their names.</summary>
    public override string ToString() => MemberText.Of(this);
}
