using System.Text.RegularExpressions;

namespace Lucca.Emulator.Server;

/// <summary>The faults of a server, in their order. Safe for many requests at once.</summary>
public sealed class FaultList
{
    private readonly List<Entry> _entries = [];

    /// <summary>How many faults are still to apply to some request.</summary>
    public int Count
    {
        get
        {
            lock (_entries)
            {
                return _entries.Count(entry => entry.Times != 0);
            }
        }
    }

    /// <summary>Adds faults at the end.</summary>
    /// <param name="faults">The faults.</param>
    public void Add(params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        lock (_entries)
        {
            _entries.AddRange(faults.Select(fault => new Entry(fault)));
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_entries)
        {
            _entries.Clear();
        }
    }

    internal Fault? Take(string method, string target)
    {
        lock (_entries)
        {
            return _entries.Find(entry => entry.Takes(method, target))?.Fault;
        }
    }

    private sealed class Entry(Fault fault)
    {
        private readonly Regex _path = new(fault.Path ?? "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        private int _skip = fault.Skip;

        public Fault Fault => fault;

        public int Times { get; private set; } = fault.Times;

        public bool Takes(string method, string target)
        {
            var isMethod = fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase);
            if (Times == 0 || !isMethod || !_path.IsMatch(target))
            {
                return false;
            }

            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            Times -= Times > 0 ? 1 : 0;
            return true;
        }
    }
}
