using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>The names by which -Expand takes references.</summary>
internal static class ReferenceNames
{
    /// <summary>The references of a model that names mean, in any case or with wildcards.</summary>
    /// <exception cref="BadArgumentException">A name means none.</exception>
    public static IReadOnlyList<ReferenceMember> Find(Type model, IEnumerable<string> names)
    {
        var all = ReferenceMembers.Of(model);
        return [.. names.SelectMany(name => Matching(all, name) is { Count: > 0 } found ? found : throw Unknown(model, name, all)).Distinct()];
    }

    private static List<ReferenceMember> Matching(IReadOnlyList<ReferenceMember> all, string name)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return [.. all.Where(member => pattern.IsMatch(member.Name))];
    }

    private static BadArgumentException Unknown(Type model, string name, IReadOnlyList<ReferenceMember> all) => new(
        all.Count == 0
            ? $"The {Resources.Of(model).Name} refers to nothing that could be expanded. Nothing was sent."
            : $"{InputText.Of(name)} is no reference of the {Resources.Of(model).Name} that could be expanded. There are {string.Join(", ", all.Select(member => member.Name))}. Nothing was sent.",
        name,
        advice: "Leave out -Expand, or press Tab after it to see the names.");
}
