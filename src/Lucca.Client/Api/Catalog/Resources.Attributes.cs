namespace Lucca.Api;

/// <content>The fields that a tenant has, and what their values are chosen from.</content>
public static partial class Resources
{
    /// <summary>Values of fields: a page holds up to 1000. The filter by employee is named in words alone.</summary>
    public static ResourceDescriptor<EmployeeAttribute> EmployeeAttributes { get; } =
        new("employee-attribute", "employee-attributes")
        {
            MaxPageSize = 1000,
            UndeclaredFilters = new Dictionary<string, Func<EmployeeAttribute, Reference?>> { ["employee.id"] = attribute => attribute.Employee },
        };

    /// <summary>Definitions of fields.</summary>
    public static ResourceDescriptor<EmployeeAttributeDefinition> EmployeeAttributeDefinitions { get; } =
        new("employee-attribute-definition", "employee-attribute-definitions") { HasNames = true, IdPrefix = "e_" };

    /// <summary>Taxonomies: lists of labels.</summary>
    public static ResourceDescriptor<Taxonomy> Taxonomies { get; } =
        new("taxonomy", "taxonomies") { HasNames = true };

    /// <summary>Labels of taxonomies: the scopes are those of the taxonomies. The filter is published by now; that the server heeds it is checked all the same.</summary>
    public static ResourceDescriptor<TaxonomyLabel> TaxonomyLabels { get; } =
        new("taxonomy-label", "taxonomy-labels")
        {
            SortKeys = ["id", "name"],
            UndeclaredFilters = new Dictionary<string, Func<TaxonomyLabel, Reference?>> { ["taxonomy.id"] = label => label.Taxonomy },
        };
}
