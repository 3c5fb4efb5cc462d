using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Downloads;

/// <summary>What a download is for, and what a name for it can be made of.</summary>
/// <param name="input">What the user gave: an object, or an id.</param>
/// <param name="name">A name of its own, which no other item has, without extension.</param>
/// <param name="facts">What is known besides the object's own properties, which come first.</param>
internal sealed class DownloadItem(object? input, string name, params (string Name, string? Value)[] facts)
{
    /// <summary>What the user gave.</summary>
    public object? Input { get; } = input;

    /// <summary>A name of its own, which no other item has, without extension. It says no more of a person than an id.</summary>
    public string Name { get; } = name;

    /// <summary>A property's value, along a path such as <c>Portrait.Id</c>.</summary>
    /// <param name="path">The path; names may be in any case.</param>
    /// <param name="value">The value; null where the path ends early at null.</param>
    /// <returns>False when there is no such property.</returns>
    public bool TryGet(string path, out object? value)
    {
        value = null;
        var names = path.Split('.');
        if (!TryGetFirst(names[0], out value))
        {
            return false;
        }

        foreach (var name in names[1..])
        {
            if (value is null)
            {
                return true;
            }

            if (PSObject.AsPSObject(value).Properties[name] is not { } property)
            {
                return false;
            }

            value = PipelineInput.Unwrap(property.Value);
        }

        return true;
    }

    private bool TryGetFirst(string name, out object? value)
    {
        if (Input is not (null or string) && PSObject.AsPSObject(Input).Properties[name] is { } property)
        {
            value = PipelineInput.Unwrap(property.Value);
            return true;
        }

        var fact = Array.Find(facts, fact => fact.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        value = fact.Value;
        return fact.Name is not null;
    }
}
