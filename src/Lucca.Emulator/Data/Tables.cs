using System.Text.Json.Nodes;

namespace Lucca.Emulator.Resources;

/// <summary>The data of a tenant: a table for each kind of resource, made when it is first asked for.</summary>
internal sealed class Tables
{
    private readonly Dictionary<string, Table> _tables;

    public Tables(TenantOptions options)
    {
        _tables = Catalogue.Kinds.ToDictionary(kind => kind.Path, kind => new Table(() => kind.Rows(options)), StringComparer.Ordinal);
        Paths = new Paths(this);
    }

    /// <summary>Reads properties of rows.</summary>
    public Paths Paths { get; }

    /// <summary>The table of a kind, by its path.</summary>
    public Table this[string path] => _tables[path];

    /// <summary>A row by the path of its kind and its id; null when there is no such kind or row.</summary>
    public JsonObject? TryFind(string path, string id) => _tables.GetValueOrDefault(path)?.Find(id);
}
