namespace Lucca.Api;

/// <summary>A resource as people name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; empty when it has none.</param>
public sealed record NamedResource(string Id, string Name)
{
    /// <summary>The id of an employee's picture; null for none.</summary>
    public string? PortraitId { get; init; }

    internal static NamedResource Of(Resource resource) => new(resource.Id, resource.KnownName ?? "")
    {
        PortraitId = (resource as Employee)?.Portrait?.Id,
    };
}
