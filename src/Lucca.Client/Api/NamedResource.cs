using Lucca.Http;

namespace Lucca.Api;

/// <summary>A resource as people name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="OtherNames">What else means it alone: an employee's e-mail address and number.</param>
public sealed record NamedResource(string Id, string Name, IReadOnlyList<string> OtherNames)
{
    private string? PortraitId { get; init; }

    internal static NamedResource Of(Resource resource) => new(
        resource.Id,
        resource.KnownName ?? "",
        resource is Employee employee ? [.. new[] { employee.Email, employee.EmployeeNumber }.OfType<string>()] : [])
    {
        PortraitId = (resource as Employee)?.Portrait?.Id,
    };

    /// <summary>What can be read of a malformed item: it may be the one that is named, or a namesake.</summary>
    /// <exception cref="LuccaException">It has no id: no name can be told from its own.</exception>
    internal static NamedResource Of(OddItem item) => new(
        item.Id ?? throw item.ToError(),
        item.Text("name") ?? item.Text("title") ?? item.Text("legalName") ?? $"{item.Text("givenName")} {item.Text("familyName")}".Trim(),
        [.. new[] { item.Text("email"), item.Text("employeeNumber") }.OfType<string>()]);

    /// <summary>The same person's picture; null for none.</summary>
    public NamedResource? Portrait => PortraitId is { } id ? this with { Id = id } : null;

    /// <summary>What else it is called that begins so; null for nothing.</summary>
    /// <param name="typed">The beginning, in any case.</param>
    public string? OtherName(string typed) => OtherNames.FirstOrDefault(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    internal bool IsCalled(string text) =>
        Name.Equals(text, StringComparison.OrdinalIgnoreCase) || OtherNames.Contains(text, StringComparer.OrdinalIgnoreCase);
}
