namespace Lucca.Api;

/// <content>Attributes of employees, their definitions, and taxonomies.</content>
public static partial class Resources
{
    /// <summary>Attributes: a page holds up to 1000. The filter by employee appears in the prose of the documentation only.</summary>
    public static ResourceDescriptor<EmployeeAttribute> EmployeeAttributes { get; } =
        new("employee-attribute", "employee-attributes")
        {
            MaxPageSize = 1000,
            UndeclaredFilters = new Dictionary<string, Func<EmployeeAttribute, Reference?>>
            {
                ["employee.id"] = attribute => attribute.Employee,
            },
        };

    /// <summary>Definitions of attributes.</summary>
    public static ResourceDescriptor<EmployeeAttributeDefinition> EmployeeAttributeDefinitions { get; } =
        new("employee-attribute-definition", "employee-attribute-definitions") { HasNames = true, IdPrefix = "e_" };

    /// <summary>Taxonomies: lists of labels.</summary>
    public static ResourceDescriptor<Taxonomy> Taxonomies { get; } =
        new("taxonomy", "taxonomies") { HasNames = true };

    /// <summary>Labels of taxonomies, with the scopes of taxonomies. The filter is published; what comes is checked all the same.</summary>
    public static ResourceDescriptor<TaxonomyLabel> TaxonomyLabels { get; } =
        new("taxonomy-label", "taxonomy-labels")
        {
            SortKeys = ["id", "name"],
            UndeclaredFilters = new Dictionary<string, Func<TaxonomyLabel, Reference?>> { ["taxonomy.id"] = label => label.Taxonomy },
        };
}
