using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Lucca.Http;

namespace Lucca.PowerShell.Binding;

/// <summary>Builds the query of a list from the parameters that a user gave.</summary>
internal static class FilterQuery
{
    private static readonly ConcurrentDictionary<Type, Filter[]> Filters = [];

    /// <summary>The query; a parameter that was not given is not sent.</summary>
    public static QueryParameters Build(PSCmdlet cmdlet)
    {
        var query = new QueryParameters();
        foreach (var filter in Of(cmdlet.GetType()))
        {
            if (cmdlet.MyInvocation.BoundParameters.ContainsKey(filter.Property.Name))
            {
                query.Add(filter.Attribute.Name, Texts(filter.Property.GetValue(cmdlet)));
            }
        }

        return query;
    }

    /// <summary>The query parameter that objects of a model mean when they come from the pipeline; null when they mean none.</summary>
    public static string? NameFor(Type cmdlet, Type model) =>
        Array.Find(Of(cmdlet), filter => filter.Attribute.Related == model)?.Attribute.Name;

    /// <summary>Whether the list of a cmdlet can be searched by words.</summary>
    public static bool CanSearch(Type cmdlet) => Array.Exists(Of(cmdlet), filter => filter.Attribute.Name == "search");

    /// <summary>The names of the filters that a user gave.</summary>
    public static IEnumerable<string> Given(PSCmdlet cmdlet) =>
        Of(cmdlet.GetType()).Select(filter => filter.Property.Name).Where(cmdlet.MyInvocation.BoundParameters.ContainsKey);

    private static Filter[] Of(Type cmdlet) => Filters.GetOrAdd(cmdlet, static type =>
        [.. from property in type.GetProperties()
            let attribute = property.GetCustomAttribute<FilterAttribute>()
            where attribute is not null
            select new Filter(property, attribute)]);

    private static string[] Texts(object? value) => value switch
    {
        null => [],
        string[] texts => texts,
        bool flag => [flag ? "true" : "false"],
        SwitchParameter flag => [flag ? "true" : "false"],
        DateTime date => [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        Array many => [.. many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture)!)],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };

    private sealed record Filter(PropertyInfo Property, FilterAttribute Attribute);
}
