using System.Collections.Concurrent;
using System.Dynamic;
using System.Linq.Expressions;

namespace Lucca;

/// <summary>
/// Lists the names that a shell finds on a resource besides its properties. PowerShell shows them in Get-Member, by Tab and where all
/// properties are asked for; JSON and CSV take properties only, and so hold no fact twice. Members are still bound as on any object.
/// </summary>
/// <param name="parameter">What stands for the resource in an expression.</param>
/// <param name="resource">The resource.</param>
internal sealed class NamesForShells(Expression parameter, Resource resource)
    : DynamicMetaObject(parameter, BindingRestrictions.GetTypeRestriction(parameter, resource.GetType()), resource)
{
    private const string Name = "Name";

    private static readonly ConcurrentDictionary<Type, string[]> Known = [];

    public override IEnumerable<string> GetDynamicMemberNames() => Known.GetOrAdd(LimitType, static (type, names) =>
        [.. names, .. type.GetProperty(Name) is null ? new[] { Name } : []], resource.NamesBesideProperties);
}
