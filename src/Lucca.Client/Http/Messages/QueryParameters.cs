using System.Collections;

namespace Lucca.Http;

/// <summary>The query of a request, in the order in which it was given. A list of values is sent comma-separated, as the API asks.</summary>
public sealed class QueryParameters : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<(string Name, string[] Values)> _parameters = [];
    private (string Name, string Value)[] _either = [];

    /// <summary>The parameters, each with its values apart.</summary>
    internal IReadOnlyList<(string Name, string[] Values)> Parameters => _parameters;

    /// <summary>Adds a parameter; without values it is left out.</summary>
    /// <param name="name">The name as documented, such as <c>applicableJobPosition.department.id</c>.</param>
    /// <param name="values">One value, or the values of a list. Null or none leaves the parameter out.</param>
    public void Add(string name, params string[]? values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (values is { Length: > 0 })
        {
            _parameters.Add((name, values));
        }
    }

    /// <summary>Parameters of which any may fit: a list is asked for once with each. Empty for most queries.</summary>
    internal IReadOnlyList<(string Name, string Value)> Either => _either;

    /// <summary>
    /// Asks for what had begun and had not ended on a day. The API's range of last days omits what has none, which is asked for as well.
    /// </summary>
    /// <param name="first">The parameter of the first day.</param>
    /// <param name="last">The parameter of the last day.</param>
    /// <param name="day">The day as <c>yyyy-MM-dd</c>.</param>
    internal void AddDay(string first, string last, string day)
    {
        Add($"{first}.between", $"..--{day}");
        _either = [($"{last}.between", $"{day}--.."), (last, "null")];
    }

    /// <summary>Gives a parameter other values.</summary>
    internal void Set(string name, string[] values)
    {
        _parameters.RemoveAll(parameter => parameter.Name == name);
        Add(name, values);
    }

    /// <summary>The values of a parameter; none when it was not given.</summary>
    internal IReadOnlyList<string> ValuesOf(string name) => [.. _parameters.Where(parameter => parameter.Name == name).SelectMany(parameter => parameter.Values)];

    /// <summary>A copy, so that a caller's query can be completed without changing it.</summary>
    public QueryParameters Copy()
    {
        var copy = new QueryParameters();
        copy._parameters.AddRange(_parameters);
        copy._either = _either;
        return copy;
    }

    /// <summary>The query percent-encoded, without the question mark; empty when there are no parameters.</summary>
    public override string ToString() =>
        string.Join('&', _parameters.Select(p => $"{Uri.EscapeDataString(p.Name)}={string.Join(',', p.Values.Select(Uri.EscapeDataString))}"));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        _parameters.Select(p => KeyValuePair.Create(p.Name, string.Join(',', p.Values))).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
