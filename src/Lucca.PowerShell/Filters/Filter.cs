using System.Management.Automation;
using System.Reflection;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Filters;

/// <summary>A cmdlet's parameter that is a query parameter of the API.</summary>
internal sealed class Filter(PropertyInfo property, FilterAttribute attribute)
{
    private readonly string[] _allowed = [.. property.GetCustomAttribute<ValidateSetAttribute>()?.ValidValues ?? []];

    public FilterAttribute Attribute { get; } = attribute;

    public string Parameter => property.Name;

    /// <summary>The resources that the parameter stands for; null for none.</summary>
    public ResourceParameter? Resource { get; } = ResourceParameter.Of(property);

    /// <summary>The model whose objects from the pipeline mean this filter; null for none.</summary>
    public Type? Related => Attribute.FromPipeline ? Resource?.Descriptor.Model : null;

    /// <summary>All of a cmdlet.</summary>
    public static Filter[] Of(Type cmdlet) =>
        [.. from property in cmdlet.GetProperties()
            let attribute = property.GetCustomAttribute<FilterAttribute>()
            where attribute is not null
            select new Filter(property, attribute)];

    /// <summary>Whether a user gave it: a switch that is off is not given, but what is empty is.</summary>
    public bool IsGiven(PSCmdlet cmdlet) => cmdlet.MyInvocation.BoundParameters.ContainsKey(property.Name)
        && property.GetValue(cmdlet) is not SwitchParameter { IsPresent: false };

    /// <summary>What a user gave, as the API spells it.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="idsOf">What ids the resources that a parameter names have.</param>
    /// <exception cref="BadArgumentException">It is empty: left out, it would mean everything, which is the opposite.</exception>
    public string[] Texts(PSCmdlet cmdlet, Func<ResourceParameter, string[]> idsOf) => property.GetValue(cmdlet) switch
    {
        null or Array { Length: 0 } => throw Empty(),
        ResourceId or ResourceId[] => idsOf(Resource!),
        string text when string.IsNullOrWhiteSpace(text) => throw Empty(),
        string[] texts when Array.Exists(texts, string.IsNullOrWhiteSpace) => throw (texts.Length == 1 ? Empty() : PartlyEmpty()),
        string text when InputText.IsObject(text) => throw NoText(),
        string[] texts when Array.Exists(texts, InputText.IsObject) => throw NoText(),
        string[] texts when Attribute.IsAddress => Addresses(texts),
        string[] texts => [.. texts.Select(Spelled)],
        SwitchParameter => [Attribute.Literal ?? "true"],
        bool flag => [flag ? "true" : "false"],
        Array many => [.. many.Cast<object>().Select(DateText.Of)],
        var one => [Spelled(DateText.Of(one))],
    };

    /// <summary>The texts that a user gave; none where the parameter takes none, or was left out.</summary>
    public string[] TextsGivenTo(PSCmdlet cmdlet) => IsGiven(cmdlet) && property.GetValue(cmdlet) is string[] texts ? texts : [];

    private string[] Addresses(string[] texts) => Array.Find(texts, text => text.AsSpan().IndexOfAny('*', '?') >= 0) is { } pattern
        ? throw new BadArgumentException(
            $"-{property.Name} finds whole addresses, but '{pattern}' has a wildcard.",
            pattern,
            $"Use Where-Object {property.Name} -Like '{pattern.Replace("'", "''", StringComparison.Ordinal)}' after the command. "
            + "For names, omit the parameter: Get-LuccaEmployee 'Jane*'.")
        : [.. texts.SelectMany(text => new[] { text, text.ToLowerInvariant() }).Distinct(StringComparer.Ordinal)];

    private BadArgumentException Empty() => new($"-{property.Name} is empty; omit it to get all.", null);

    private BadArgumentException PartlyEmpty() => new($"One of the values of -{property.Name} is empty.", null);

    private BadArgumentException NoText() => new(
        $"-{property.Name} needs text, but got an object. Give the property that holds the text.", null);

    /// <summary>PowerShell lets words of a set be typed in any case; the API may not.</summary>
    private string Spelled(string text) => Array.Find(_allowed, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;
}
