namespace Lucca.Api;

/// <summary>Compares references, of which a state may hold only the text: an id or a name.</summary>
internal static class ReferenceText
{
    /// <summary>
    /// Whether two mean the same, by id where there is one: a renamed department is the same. Null when they cannot be compared, as a name
    /// alone and an id alone.
    /// </summary>
    /// <param name="before">A reference, or text.</param>
    /// <param name="after">A reference, or text.</param>
    public static bool? Same(object before, object after) => (before, after) switch
    {
        _ when !(HasId(before) && HasId(after)) && !(HasName(before) && HasName(after)) => null,
        (Reference former, Reference present) => former.Id == present.Id,
        (Reference former, _) => former.Equals(after),
        _ => after.Equals(before),
    };

    private static bool HasId(object value) => value is Reference || IsId((string)value);

    private static bool HasName(object value) =>
        value is Reference reference ? !string.IsNullOrEmpty(reference.KnownName) : !IsId((string)value);

    private static bool IsId(string text) => text.All(char.IsAsciiDigit);
}
