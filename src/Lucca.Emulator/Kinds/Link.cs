using System.Text.Json.Nodes;

namespace Lucca.Emulator.Resources;

/// <summary>A member of <c>links</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Resolve">Its address for a row, from <c>/lucca-api</c> on; null when there is nothing to link to.</param>
internal sealed record Link(string Name, Func<Tenant, JsonObject, string?> Resolve)
{
    /// <summary>A link that ends with the id of the row, such as <c>employees?applicableJobPosition.department.id=</c>.</summary>
    public static Link ById(string name, string start)
        => new(name, (_, row) => $"/lucca-api/{start}{Uri.EscapeDataString(row["id"]!.GetValue<string>())}");

    /// <summary>A link to a file, with the token that gives access to it.</summary>
    /// <param name="name">The name of the link.</param>
    /// <param name="fileId">The path of the property that holds the file's id.</param>
    public static Link ToFile(string name, string fileId)
        => new(name, (tenant, row) => tenant.Tables.Paths.Texts(row, fileId) is [var id] ? tenant.FileLink(id) : null);
}
