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
        var visitor = new DepartmentNameVisitor(id => _list?.ById.GetValueOrDefault(id), _references);
        foreach (var item in items)
        {
            visitor.Name(item);
        }

        return visitor.IsAllNamed;
    }
}
