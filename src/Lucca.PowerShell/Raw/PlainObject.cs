using System.Management.Automation;
using System.Text.Json;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Raw;

/// <summary>JSON as PowerShell shows it best: objects with properties. Addresses that carry a token are kept from view.</summary>
internal sealed class PlainObject : PSObject
{
    private PlainObject(object? origin) => Origin = origin;

    /// <summary>The connection that brought it; null for none.</summary>
    public object? Origin { get; }

    /// <summary>A JSON value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="origin">The connection that brought it; null for none.</param>
    public static object? From(JsonElement value, object? origin = null) => value.ValueKind switch
    {
        JsonValueKind.Object => FromObject(value, origin),
        JsonValueKind.Array => value.EnumerateArray().Select(item => From(item, origin)).ToArray(),
        _ => PlainValue.From(value, origin),
    };

    /// <summary>What a member holds: the text of a list of plain values is that of the values, as a cell of a CSV file shows it.</summary>
    public static object? Within(object? value) =>
        value is object?[] list && !Array.Exists(list, one => one is PSObject or object?[]) ? Values<object?>.Of(list) : value;

    private static PlainObject FromObject(JsonElement value, object? origin)
    {
        // Nothing is there before: what was added is all there is to look for.
        var result = new PlainObject(origin);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in value.EnumerateObject())
        {
            if (NoteMember.NameFor(PlainValue.NameOf(member)) is { } name)
            {
                // PowerShell knows no names that differ by case alone, as ids may: no member is lost for that.
                while (!names.Add(name))
                {
                    name = "_" + name;
                }

                result.Properties.Add(new PSNoteProperty(name, Within(From(member.Value, origin))), preValidated: true);
            }
        }

        return result;
    }
}
