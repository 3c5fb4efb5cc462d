using System.Management.Automation;
using System.Text.Json;

namespace Lucca.PowerShell.Binding;

/// <summary>JSON as PowerShell shows it best: objects with properties. Addresses that carry a token are kept from view.</summary>
internal static class PlainObject
{
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
            NoteMember.TryAdd(result, PlainValue.NameOf(member), () => From(member.Value));
        }

        return result;
    }
}
