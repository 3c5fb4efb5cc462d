using Lucca.Http;

namespace Lucca.PowerShell.Binding;

/// <summary>The scope that a path and a method suggest (lucca-resources, section 1): the plural type, but for a few.</summary>
internal static class GenericScope
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["portraits"] = "employees",
        ["professions"] = "job-qualifications",
        ["webhook-delivery-attempts"] = "webhook-deliveries",
        ["employee-attribute-definitions"] = "employee-attributes",
        ["taxonomy-labels"] = "taxonomies",
        ["leave-accounts"] = "leaves",
        ["leave-request-decisions"] = "leave-requests",
    };

    public static string For(string path, string method)
    {
        var resource = path.Split('/')[0];
        var name = Names.GetValueOrDefault(resource, resource);
        return method is "GET" or "HEAD" or "OPTIONS" ? Scopes.Read(name) : Scopes.Write(name);
    }
}
