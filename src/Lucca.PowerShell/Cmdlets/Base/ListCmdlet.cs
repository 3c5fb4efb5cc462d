using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// A cmdlet that gets one kind of resource: by ids, gathered so that many cost few requests, or as a list. A derived cmdlet names its
/// resource and declares its filters. This is the way: <see cref="ProcessRecord"/> hands each id to <see cref="IdBatch{T}"/>, and each
/// object of another kind to <see cref="RelatedInput"/>; <see cref="EndProcessing"/> gets what they still hold, or the list.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public abstract partial class ListCmdlet<T> : SessionCmdlet
    where T : Resource
{
    /// <summary>The parameter set of ids.</summary>
    protected const string IdSet = "Id";

    /// <summary>The parameter set of lists.</summary>
    protected const string ListSet = "List";

    private ulong _listed;

    /// <summary>The ids, or the objects themselves.</summary>
    [Parameter(Position = 0, ParameterSetName = IdSet)]
    [OwnResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public virtual ResourceId[]? Id { get; set; }

    /// <summary>Ids, or objects that have or lead to one, from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>What to send along: <c>embedded</c>, <c>links</c>.</summary>
    [Parameter]
    [ValidateSet("embedded", "links", IgnoreCase = true)]
    public string[] Include { get; set; } = [];

    /// <summary>
    /// The references to bring the resources of, by the names of the members that hold them; <c>*</c> for all. Empty to leave even
    /// departments as ids.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReferenceNameCompleter))]
    public string[]? Expand { get; set; }

    /// <summary>The most items of the pipeline to gather before asking for them together: 1 asks for each as it comes.</summary>
    [Parameter]
    [ValidateRange(1, IdLookup<Employee>.BatchSize)]
    public int BatchSize { get; set; } = IdLookup<T>.BatchSize;

    /// <summary>Get it only if its ETag differs from this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfNoneMatch { get; set; }

    /// <summary>Get it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfMatch { get; set; }

    /// <summary>What sets the resource apart.</summary>
    private protected abstract ResourceDescriptor<T> Descriptor { get; }

    /// <summary>What arguments say to get; null when none of them was given.</summary>
    private protected virtual IEnumerable<ResourceId>? Arguments => IsBound(nameof(Id)) ? Id ?? [] : null;

    /// <summary>What to send along, as -Include says or as the objects need it.</summary>
    private protected virtual IEnumerable<string> Included => Include;

    /// <summary>Which of a list's items are wanted, for what the API cannot filter; null for all.</summary>
    private protected virtual Func<T, bool>? Keep => null;

    /// <summary>Whether ids or objects were given at all, empty ones too: only then is a list not meant.</summary>
    private protected bool HasInput => Input.IsGiven;

    private protected sealed override bool FollowsInput => HasInput;

    internal ResourceDescriptor<T> Resource => Descriptor;

    internal ResourceClient<T> Source => Client.Of(Descriptor);

    internal ReadOptions Options => new()
    {
        Include = [.. Included.Select(part => part.ToLowerInvariant()).Union(References.Needed)],
        IfNoneMatch = IfNoneMatch,
        IfMatch = IfMatch,
    };

    /// <summary>What -Expand brings.</summary>
    internal ExpandedReferences References => field ??= new ExpandedReferences(this);

    /// <summary>The names of departments; null where none are wanted, and for a model that has none.</summary>
    private NamedDepartments? Departments => field ??= Expand is not [] && NamedDepartments.AreIn(typeof(T))
        ? new NamedDepartments(this, () => References.HasFailed(typeof(Department)))
        : null;

    /// <summary>Whether filters narrow what is meant by ids: the API has to take both together.</summary>
    internal bool IsNarrowed => Descriptor.HasIdFilter && FilterQuery.Given(this).Any();

    private ResourceInput Input =>
        field ??= new ResourceInput(this, Descriptor, () => Arguments, ProcessId) { TryTakeRelated = TryProcessRelated };

    private IdBatch<T> Ids => field ??= new IdBatch<T>(this);

    private RelatedInput Related => field ??= new RelatedInput(this, WriteList);

    /// <summary>Makes sure that the parameters go together.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Input.Check(isNeeded: false);
        References.Find(typeof(T), Expand);
        if (Options.IsConditional && ParameterSetName is not (IdSet or ListSet))
        {
            throw End(new BadArgumentException(
                $"An entity tag covers one page of a list, but -{ParameterSetName} needs the whole list.",
                IfNoneMatch ?? IfMatch,
                "Omit -IfNoneMatch and -IfMatch."));
        }
    }

    /// <summary>Takes in one item, or those of the arguments.</summary>
    protected override void ProcessRecord() => Input.Process(InputObject);

    /// <summary>Asks for what was gathered, or for the list.</summary>
    protected override void EndProcessing()
    {
        Ids.Flush();
        Related.Flush();
        if (!HasInput)
        {
            Attempt(null, WriteUnasked);
        }

        base.EndProcessing();
    }

    /// <summary>Gets what an id means, together with others. The session of the item is at work.</summary>
    private protected virtual void ProcessId(ResourceId id)
    {
        RefuseListParameters();
        Related.Flush();
        if (Options.IsConditional && !IsNarrowed)
        {
            Ids.WriteOne(id);
        }
        else
        {
            Ids.Add(id);
        }
    }

    /// <summary>Does with an object of another kind what it can mean here. The session of the item is at work.</summary>
    /// <param name="other">The object.</param>
    /// <param name="isArgument">Whether it was given as an argument, where ids are expected, rather than piped.</param>
    /// <returns>False when it can mean nothing.</returns>
    private protected virtual bool TryProcessRelated(Resource other, bool isArgument)
    {
        if (isArgument || FilterQuery.NameFor(GetType(), other.GetType()) is not { } filter)
        {
            return false;
        }

        var session = CurrentSession;
        Ids.Flush();
        Related.Add(other.Id, (filter, session), BatchSize);
        return true;
    }

    private void RefuseListParameters()
    {
        string[] given = IsNarrowed ? [] : [.. FilterQuery.Given(this), .. Paging.Given(MyInvocation)];
        if (given.Length > 0)
        {
            var (names, verb) = ($"-{string.Join(" and -", given)}", given.Length == 1 ? "applies" : "apply");
            throw End(new BadArgumentException(
                $"{names} {verb} to lists, not to ids.",
                given,
                $"Omit {names}, or omit the ids.") { IsBeforeCall = false });
        }
    }
}
