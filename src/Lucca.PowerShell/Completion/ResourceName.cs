namespace Lucca.PowerShell.Completion;

/// <summary>The words by which people know a resource.</summary>
internal static class ResourceName
{
    private static readonly string[] Properties = ["Name", "Title", "JobTitle", "Label", "FileName", "Code", "RemoteId"];

    /// <summary>The name; empty when it has none.</summary>
    public static string Of(Resource resource) => resource switch
    {
        Employee employee => string.Join(' ', new[] { employee.GivenName, employee.FamilyName }.Where(part => !string.IsNullOrEmpty(part))),
        _ => Properties.Select(property => resource.GetType().GetProperty(property)?.GetValue(resource)?.ToString()).FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? "",
    };
}
