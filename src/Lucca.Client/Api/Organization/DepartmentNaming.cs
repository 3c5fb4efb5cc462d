using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Gives the references to departments their names and paths. The list of departments is read when the first object needs it.
/// </summary>
/// <param name="client">The tenant.</param>
/// <param name="names">The names that its session knows.</param>
public sealed class DepartmentNaming(LuccaClient client, DepartmentNames names)
{
    private readonly Dictionary<string, DepartmentReference> _references = new(StringComparer.Ordinal);
    private DepartmentList? _list;
    private LuccaException? _failure;
    private bool _isClosed;

    /// <summary>Whether the tenant has failed to give departments already, so that they are not requested again.</summary>
    public Func<bool> IsHopeless { get; init; } = static () => false;

    /// <summary>Why the integration key may not read departments; null when it may, and before they were requested.</summary>
    public LuccaException? Refusal => _list?.Refusal;

    /// <summary>Why the names could not be read, once; null for no failure.</summary>
    public LuccaException? TakeFailure()
    {
        var failure = _failure;
        _failure = null;
        return failure;
    }

    /// <summary>Names the departments of a list, page by page.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async IAsyncEnumerable<Page<T>> AddAsync<T>(
        IAsyncEnumerable<Page<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(pages);
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await AddAsync(page.Items(_ => { }), cancellationToken).ConfigureAwait(false); // malformed ones stay, for the page's reader
            yield return page;
        }
    }

    /// <summary>Names the departments of objects. A failure is for <see cref="TakeFailure"/>; the ids stay then.</summary>
    /// <param name="items">The objects.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task AddAsync(IReadOnlyCollection<Resource> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (AddKnown(items) || _isClosed || IsHopeless())
        {
            return;
        }

        try
        {
            _list ??= await names.ReadAsync(client, isEnough: true, cancellationToken).ConfigureAwait(false);
            if (!AddKnown(items) && _list.Refusal is null)
            {
                _list = await names.ReadAsync(client, isEnough: false, cancellationToken).ConfigureAwait(false);
                AddKnown(items);
            }
        }
        catch (LuccaException failed)
        {
            (_failure, _isClosed) = (failed, true);
        }
    }

    /// <summary>Names what is known.</summary>
    /// <returns>Whether that was all.</returns>
    private bool AddKnown(IEnumerable<Resource> items)
    {
        var visitor = new Visitor(id => _list?.ById.GetValueOrDefault(id), _references);
        foreach (var item in items)
        {
            visitor.Name(item);
        }

        return visitor.IsAllNamed;
    }

    private sealed class Visitor(Func<string, DepartmentName?> find, Dictionary<string, DepartmentReference> references) : ReferenceVisitor
    {
        // A queue, not recursion: a long chain of resources would overflow the stack.
        private readonly Queue<Department> _open = [];
        private readonly HashSet<Department> _seen = new(ReferenceEqualityComparer.Instance);

        public bool IsAllNamed { get; private set; } = true;

        public void Name(Resource item)
        {
            if (item is Department own)
            {
                Add(own);
            }
            else
            {
                item.Visit(this);
            }

            while (_open.TryDequeue(out var department))
            {
                department.Visit(this);
                department.NamePath = PathOf(department);
            }
        }

        [return: NotNullIfNotNull(nameof(reference))]
        public override Reference? Visit(
            string type, Reference? reference, [CallerArgumentExpression(nameof(reference))] string member = "")
        {
            if (reference is null or DepartmentReference || type != Resources.Departments.Name)
            {
                return reference;
            }

            if (reference is Department department)
            {
                Add(department);
                return department;
            }

            var named = Named(reference);
            IsAllNamed &= named is not null;
            return named ?? reference;
        }

        /// <summary>The path, by the name that came now: the list may be older.</summary>
        private NamePath? PathOf(Department department) =>
            find(department.Id)?.Path is { } path && path.Name == department.Name ? path
            : department.Parent is DepartmentReference { NamePath: { } above } ? new NamePath(department.ToString(), above)
            : null;

        private void Add(Department department)
        {
            if (_seen.Add(department))
            {
                _open.Enqueue(department);
            }
        }

        /// <summary>The reference with its name. Thousands of employees share those of a few departments.</summary>
        private DepartmentReference? Named(Reference reference)
        {
            if (find(reference.Id) is not { } name)
            {
                return null;
            }

            if (reference.UnknownMembers is not null)
            {
                return Named(reference, name);
            }

            if (!references.TryGetValue(reference.Id, out var named))
            {
                references.Add(reference.Id, named = Named(reference, name));
            }

            return named;
        }

        private static DepartmentReference Named(Reference reference, DepartmentName name) => new()
        {
            Id = reference.Id,
            Type = reference.Type,
            UrlParts = reference.UrlParts,
            UnknownMembers = reference.UnknownMembers,
            Origin = reference.Origin,
            Name = name.Name,
            NamePath = name.Path,
        };
    }
}
