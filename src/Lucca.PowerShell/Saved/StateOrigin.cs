using System.Globalization;
using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Saved;

/// <summary>
/// How a list of employees was read. Its employees remember it, also in a file of Export-Clixml, which holds it once. JSON and CSV have no
/// place for it: there it would stand in each row.
/// </summary>
public sealed class StateOrigin
{
    private StateOrigin(string host, DateTime readAt, string filter, long? total) =>
        (Host, ReadAt, Filter, Total) = (host, readAt, filter, total);

    /// <summary>The tenant's host.</summary>
    public string Host { get; }

    /// <summary>When the list was read, in UTC.</summary>
    public DateTime ReadAt { get; }

    /// <summary>The filters, as they were sent, and the part of the list; empty for all employees.</summary>
    public string Filter { get; }

    /// <summary>How many employees the list had; null when that is not known, or a part was asked for.</summary>
    public long? Total { get; }

    /// <summary>That of a list that is being read.</summary>
    internal static StateOrigin Of(Uri tenant, QueryParameters query, ListWindow window, long? total)
    {
        // The order of the list is no matter, nor that of its filters.
        var filters =
            query.Where(filter => filter.Key != "sort").Select(filter => $"{filter.Key}={filter.Value}").Order(StringComparer.Ordinal);
        string[] part =
            [.. window.Skip > 0 ? [$"skip={window.Skip}"] : Array
                .Empty<string>(), .. window.First is { } first ? [$"first={first}"] : Array
                .Empty<string>()];
        return new StateOrigin(tenant.Authority, DateTime.UtcNow, string.Join('&', filters.Concat(part)), part.Length == 0 ? total : null);
    }

    /// <summary>What an employee remembers, live or read from a file; null when that is nothing.</summary>
    internal static StateOrigin? Of(object? remembered)
    {
        Func<string, object?>? read = remembered switch
        {
            SavedObject saved => name => saved.Members.GetValueOrDefault(name),
            PSObject saved => name => saved.Properties[name]?.Value,
            _ => null,
        };
        return read is null ? remembered as StateOrigin
            : read(nameof(Host)) is string host && read(nameof(Filter)) is string filter && read(nameof(ReadAt)) is DateTime readAt
                ? new StateOrigin(
                    host, readAt, filter, read(nameof(Total)) is { } total ? Convert.ToInt64(total, CultureInfo.InvariantCulture) : null)
                : null;
    }

    /// <summary>How the list was read that brought an employee; for Lucca.Types.ps1xml.</summary>
    /// <param name="instance">The employee.</param>
    public static object? ReadFrom(PSObject instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return (instance.BaseObject as Employee)?.ReadFrom;
    }

    /// <summary>Host, time and filters.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Host} {ReadAt:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'} {(Filter.Length == 0 ? "all" : Filter)}");
}
