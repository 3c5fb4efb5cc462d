using Lucca.Http;

namespace Lucca.Api;

/// <summary>A resource with its name.</summary>
/// <param name="Id">Its id; empty for a malformed item without one.</param>
/// <param name="Name">Its name; empty when it has none.</param>
public sealed record NamedResource(string Id, string Name)
{
    /// <summary>An employee's e-mail address, which is unique; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>An employee's number, which is not the id; null for none.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>The id of the department above a department; null for none.</summary>
    internal string? ParentId { get; init; }

    /// <summary>The employee's portrait; null for none.</summary>
    public NamedResource? Portrait => PortraitId is { } id ? this with { Id = id } : null;

    /// <summary>The resource itself, where it was read for more than its name; null otherwise.</summary>
    internal Resource? Resource { get; init; }

    /// <summary>The problem of a malformed item; null for all others.</summary>
    internal LuccaException? Problem { get; init; }

    /// <summary>Whether it may have any name.</summary>
    internal bool HidesName => Problem is not null && Name.Length == 0;

    /// <summary>The names that mean it.</summary>
    internal IEnumerable<string> Names => Email is null ? [Name] : [Name, Email];

    private string? PortraitId { get; init; }

    internal static NamedResource Of(Resource resource)
    {
        var employee = resource as Employee;
        return new NamedResource(resource.Id, resource.KnownName ?? "")
        {
            Email = employee?.Email,
            EmployeeNumber = employee?.EmployeeNumber,
            PortraitId = employee?.Portrait?.Id,
            ParentId = (resource as Department)?.Parent?.Id,
        };
    }

    /// <summary>A malformed item exists too: a name that it shares is ambiguous.</summary>
    internal static NamedResource Of(MalformedItem item)
    {
        var person = $"{item.Text("givenName")} {item.Text("familyName")}".Trim();
        return new(item.Id ?? "", item.Text("name") ?? item.Text("title") ?? item.Text("legalName") ?? person)
        {
            Email = item.Text("email"),
            EmployeeNumber = item.Text("employeeNumber"),
            Problem = item.ToError(),
        };
    }
}

/// <summary>The resource that a text means.</summary>
/// <param name="Found">The resource; several for a pattern.</param>
/// <param name="Error">Why there is none, or may be more: an unknown name, an ambiguous one, or a malformed item without a name.</param>
public sealed record NameAnswer(IReadOnlyList<NamedResource> Found, LuccaException? Error)
{
    /// <summary>The ids.</summary>
    public IEnumerable<string> Ids => Found.Select(one => one.Id);

    /// <summary>The resources found.</summary>
    /// <exception cref="LuccaException">There was an error.</exception>
    public IReadOnlyList<NamedResource> Require() => Error is null ? Found : throw Error;

    internal static NameAnswer Id(string id) => new([new NamedResource(id, "")], null);
}
