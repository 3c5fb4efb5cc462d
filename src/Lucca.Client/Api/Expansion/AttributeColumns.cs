using System.Globalization;
using System.Runtime.CompilerServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Gives employees the values of fields that apply on a day. The values are asked for by the employees' ids, a hundred with one request,
/// or by the fields alone, a thousand values a page: whichever costs fewer requests.
/// </summary>
/// <param name="client">The tenant.</param>
/// <param name="definitions">The ids of the fields' definitions.</param>
/// <param name="day">The day.</param>
public sealed class AttributeColumns(LuccaClient client, IReadOnlyList<string> definitions, DateOnly day)
{
    private readonly ResourceClient<EmployeeAttribute> _attributes = client.Of(Resources.EmployeeAttributes);
    private readonly Dictionary<(string Employee, string Definition), object?> _values = [];
    private readonly HashSet<string> _filled = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LuccaException> _failures = [];
    private bool _hasAll;
    private long? _wholePages;
    private long _batches;

    /// <summary>The fields of which no value came.</summary>
    public IEnumerable<string> Empty => definitions.Where(definition => !_filled.Contains(definition));

    /// <summary>The values that could not be read since this was asked last.</summary>
    public IReadOnlyList<LuccaException> TakeFailures()
    {
        LuccaException[] failures = [.. _failures];
        _failures.Clear();
        return failures;
    }

    /// <summary>Gives the employees of a list their values, page by page.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="window">Which part of the list they are.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list of employees or that of the values is not whole.</exception>
    public async IAsyncEnumerable<Page<Employee>> AddAsync(
        IAsyncEnumerable<Page<Employee>> pages, ListWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(window);
        long? left = null;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var employees = page.Items(_ => { }); // malformed ones stay in the page, for its reader
            left ??= page.TotalCount is { } total ? Wanted(total, window) : null;
            await AddAsync(employees, left ?? 0, cancellationToken).ConfigureAwait(false);
            left -= employees.Count;
            yield return page;
        }
    }

    /// <summary>Gives employees their values.</summary>
    /// <param name="employees">The employees.</param>
    /// <param name="expected">How many are to come, these included; 0 where that is not known.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list of the values is not whole.</exception>
    public async Task AddAsync(IReadOnlyCollection<Employee> employees, long expected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(employees);
        if (employees.Count > 0 && definitions.Count > 0 && !_hasAll)
        {
            string[] ids = [.. employees.Select(employee => employee.Id).Distinct(StringComparer.Ordinal)];

            // Of a pipeline nobody knows how much is to come: as much as has come, which is never far from the best.
            var batches = Math.Max(Math.Max(Batches(ids.Length), Batches(expected)), _batches + 1);
            _hasAll = batches > 1 && await TryReadAllAsync(batches, cancellationToken).ConfigureAwait(false);
            if (!_hasAll)
            {
                await foreach (var page in Pages(ids, cancellationToken).ConfigureAwait(false))
                {
                    Take(page);
                }

                _batches += Batches(ids.Length);
            }
        }

        foreach (var employee in employees)
        {
            employee.Attributes =
                [.. definitions.Select(one => KeyValuePair.Create(one, _values.GetValueOrDefault(Key(employee.Id, one))))];
        }
    }

    private static long Wanted(long total, ListWindow window) => Math.Min(
        total - (long)Math.Min(window.Skip, long.MaxValue),
        (long)Math.Min(window.First ?? long.MaxValue, long.MaxValue));

    private static long Pages(long values) =>
        Math.Max(1, (values + Resources.EmployeeAttributes.MaxPageSize - 1) / Resources.EmployeeAttributes.MaxPageSize);

    private static long Batches(long employees) => (employees + IdLookup<Employee>.BatchSize - 1) / IdLookup<Employee>.BatchSize;

    private static (string Employee, string Definition) Key(string employee, string definition) =>
        (employee, definition.ToUpperInvariant());

    private IAsyncEnumerable<Page<EmployeeAttribute>> Pages(string[] ids, CancellationToken cancellationToken)
    {
        var query = new QueryParameters
        {
            { "employee.id", ids },
            { "definition.id", [.. definitions] },
            { "applicability.asOf", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        };
        return _attributes.PagesAsync(query, ListWindow.All, ["embedded"], cancellationToken);
    }

    /// <summary>Reads the values of everybody, unless the first page says that so many batches of ids are cheaper.</summary>
    private async Task<bool> TryReadAllAsync(long batches, CancellationToken cancellationToken)
    {
        if (_wholePages - 1 > batches)
        {
            return false;
        }

        var read = new List<Page<EmployeeAttribute>>();
        await foreach (var page in Pages([], cancellationToken).ConfigureAwait(false))
        {
            read.Add(page);
            _wholePages ??= page.TotalCount is { } total ? Pages(total) : long.MaxValue;
            if (_wholePages - 1 > batches)
            {
                return false;
            }
        }

        // What came by ids comes again.
        _values.Clear();
        read.ForEach(Take);
        return true;
    }

    private void Take(Page<EmployeeAttribute> page)
    {
        foreach (var attribute in page.Items(malformed => _failures.Add(malformed.ToError())))
        {
            if (attribute.Definition is not { } definition || attribute.Employee is not { } employee)
            {
                _failures.Add(
                    new LuccaException(
                        LuccaErrorKind.BadReply,
                        $"The employee attribute '{attribute.Id}' does not say whose value it is, or of which field. "
                        + "It is missing from the employees."));
            }
            else if (Applies(attribute.Applicability) && attribute.Value is not null)
            {
                _filled.Add(definition.Id);
                var key = Key(employee.Id, definition.Id);
                var value = FieldValue.Of(attribute.Value, definition);
                _values[key] = _values.TryGetValue(key, out var other) ? FieldValue.Together(other, value) : value;
            }
        }
    }

    /// <summary>A server that ignores the day sends what is over as well.</summary>
    private bool Applies(Applicability? when) =>
        !(when?.Start is { } start && DateOnly.FromDateTime(start) > day) && !(when?.End is { } end && DateOnly.FromDateTime(end) < day);
}
