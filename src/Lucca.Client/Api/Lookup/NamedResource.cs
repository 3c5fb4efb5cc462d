using Lucca.Http;

namespace Lucca.Api;

/// <summary>A resource as people name it.</summary>
/// <param name="Id">Its id; empty for a malformed record without one.</param>
/// <param name="Name">Its name; empty when it has none.</param>
public sealed record NamedResource(string Id, string Name)
{
    /// <summary>An employee's e-mail address, which means it alone; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>An employee's number, which is no id; null for none.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>The same person's picture; null for none.</summary>
    public NamedResource? Portrait => PortraitId is { } id ? this with { Id = id } : null;

    /// <summary>The resource itself, where it was read for more than its name; null otherwise.</summary>
    internal Resource? Resource { get; init; }

    /// <summary>What is wrong with a malformed record; null for all others.</summary>
    internal LuccaException? Problem { get; init; }

    /// <summary>Whether it may be called anything.</summary>
    internal bool HidesName => Problem is not null && Name.Length == 0;

    /// <summary>What it is called.</summary>
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
        };
    }

    /// <summary>A malformed record, which is there all the same: a name that it has as well means two.</summary>
    internal static NamedResource Of(MalformedItem item) =>
        new(item.Id ?? "", item.Text("name") ?? item.Text("title") ?? item.Text("legalName") ?? $"{item.Text("givenName")} {item.Text("familyName")}".Trim())
        {
            Email = item.Text("email"),
            EmployeeNumber = item.Text("employeeNumber"),
            Problem = item.ToError(),
        };
}

/// <summary>The answer for one text that should mean a resource.</summary>
/// <param name="Found">What it means: one, or several for a pattern.</param>
/// <param name="Error">Why that is none, or may not be all: nothing is called so, or more than one thing, or a malformed record hides its name.</param>
public sealed record NameAnswer(IReadOnlyList<NamedResource> Found, LuccaException? Error)
{
    /// <summary>The ids.</summary>
    public IEnumerable<string> Ids => Found.Select(one => one.Id);

    /// <summary>What was found, where there is an answer.</summary>
    /// <exception cref="LuccaException">There is none.</exception>
    public IReadOnlyList<NamedResource> Require() => Error is null ? Found : throw Error;

    internal static NameAnswer Id(string id) => new([new NamedResource(id, "")], null);
}
