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
        // Nothing is there before: what was added is all there is to look for.
        var result = new PSObject();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in value.EnumerateObject())
        {
            if (NoteMember.NameFor(PlainValue.NameOf(member)) is { } name && names.Add(name))
            {
                result.Properties.Add(new PSNoteProperty(name, From(member.Value)), preValidated: true);
            }
        }

        return result;
    }
}
