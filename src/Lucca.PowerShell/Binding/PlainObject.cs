using System.Management.Automation;
using System.Text.Json;

namespace Lucca.PowerShell.Binding;

/// <summary>JSON as PowerShell shows it best: objects with properties. Addresses that carry a token are kept from view.</summary>
internal static class PlainObject
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "psobject", "psbase", "psadapted", "psextended", "pstypenames" };

    public static object? From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => FromObject(value),
        JsonValueKind.Array => value.EnumerateArray().Select(From).ToArray(),
        _ => PlainValue.From(value),
    };

    private static PSObject FromObject(JsonElement value)
    {
        var result = new PSObject();
        foreach (var member in value.EnumerateObject())
        {
            NoteMember.TryAdd(result, NameOf(member), () => From(member.Value));
        }

        return result;
    }

    /// <summary>The name of a member; with an underscore before it when PowerShell has the name for its own view of any object.</summary>
    private static string NameOf(JsonProperty member)
    {
        var name = PlainValue.NameOf(member);
        return Reserved.Contains(name) ? "_" + name : name;
    }
}
