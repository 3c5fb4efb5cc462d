using System.Collections.ObjectModel;

namespace Lucca;

/// <summary>Several values of one member. Their text is all of them with commas between, as a cell of a table or of a CSV file shows it.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class Values<T> : Collection<T>
{
    /// <summary>Takes several values.</summary>
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

    /// <summary>All of them, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
