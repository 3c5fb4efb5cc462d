using System.Collections.ObjectModel;

namespace Lucca;

/// <summary>Several values of one member, which a table or a CSV file shows separated by commas.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class Values<T> : Collection<T>
{
    /// <summary>Copies values.</summary>
    /// <param name="values">The values.</param>
    internal static Values<T> Of(IEnumerable<T> values)
    {
        var all = new Values<T>();
        foreach (var value in values)
        {
            all.Add(value);
        }

        return all;
    }

    /// <summary>The values, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
