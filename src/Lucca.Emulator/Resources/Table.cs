using System.Globalization;
using System.Text.Json.Nodes;
using Lucca.Emulator.Lists;

namespace Lucca.Emulator.Resources;

/// <summary>The resources of one kind, in the order of their ids.</summary>
/// <remarks>Rows are never changed, only replaced: a reader keeps what it has.</remarks>
internal sealed class Table(Func<IEnumerable<JsonObject>> makeRows)
{
    private readonly object _writing = new();
    private readonly Lazy<IReadOnlyList<JsonObject>> _initial = new(() => [.. makeRows().OrderBy(IdOf, IdComparer.Instance)]);
    private volatile Snapshot? _current;

    public IReadOnlyList<JsonObject> Rows => Current.Rows;

    private Snapshot Current => _current ?? Start();

    /// <summary>The row with an id; null when there is none.</summary>
    public JsonObject? Find(string id) => Current.ById.GetValueOrDefault(id);

    /// <summary>Adds a row under a new numeric id.</summary>
    /// <param name="make">Makes the row for the id.</param>
    public JsonObject Add(Func<string, JsonObject> make)
    {
        lock (_writing)
        {
            var row = make(NextId());
            _current = new Snapshot([.. Current.Rows, row]);
            return row;
        }
    }

    /// <summary>Replaces the row with an id by what <paramref name="change"/> makes of it.</summary>
    public JsonObject Replace(string id, Func<JsonObject, JsonObject> change)
    {
        lock (_writing)
        {
            var changed = change(Current.ById[id]);
            _current = new Snapshot([.. Current.Rows.Select(row => IdOf(row) == id ? changed : row)]);
            return changed;
        }
    }

    /// <summary>Removes the row with an id.</summary>
    public void Remove(string id)
    {
        lock (_writing)
        {
            _current = new Snapshot([.. Current.Rows.Where(row => IdOf(row) != id)]);
        }
    }

    /// <summary>Adds a copy of the first row under an id, where that belongs in the order.</summary>
    public void Insert(string id)
    {
        lock (_writing)
        {
            var row = (JsonObject)Current.Rows[0].DeepClone();
            row["id"] = id;
            _current = new Snapshot([.. Current.Rows.Append(row).OrderBy(IdOf, IdComparer.Instance)]);
        }
    }

    private Snapshot Start()
    {
        lock (_writing)
        {
            return _current ??= new Snapshot(_initial.Value);
        }
    }

    private string NextId()
        => (1 + Rows.Select(NumberOf).DefaultIfEmpty().Max()).ToString(CultureInfo.InvariantCulture);

    private static long NumberOf(JsonObject row)
        => long.TryParse(IdOf(row), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string IdOf(JsonObject row) => row["id"]!.GetValue<string>();

    private sealed class Snapshot(IReadOnlyList<JsonObject> rows)
    {
        public IReadOnlyList<JsonObject> Rows { get; } = rows;

        public Dictionary<string, JsonObject> ById { get; } = rows.ToDictionary(IdOf, StringComparer.Ordinal);
    }
}
