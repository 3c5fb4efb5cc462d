using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEvent</c>: events by id, as a list, or in the form of CloudEvents.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEvent", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Event), ParameterSetName = [IdSet, ListSet])]
[OutputType("Lucca.CloudEvent", ParameterSetName = [CloudEventSet])]
public sealed partial class GetLuccaEventCommand : ListCmdlet<Event>
{
    private const string CloudEventSet = "CloudEvents";

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private WildcardPattern[]? _topics;

    /// <summary>How far the events' deliveries are.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CloudEventSet)]
    [ValidateSet("scheduled", "delivered", "failed")]
    [Filter("status")]
    [OneText]
    public string? Status { get; set; }

    /// <summary>What happened: topics, with wildcards. The API has no such filter: all events come, and these are kept.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CloudEventSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TopicCompleter))]
    [ClientFilter]
    public string[]? Topic { get; set; }

    /// <summary>Happened at this moment or later. The API has no such filter.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CloudEventSet)]
    [TimestampArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [ClientFilter]
    public DateTimeOffset? After { get; set; }

    /// <summary>Happened at this moment or earlier. The API has no such filter.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CloudEventSet)]
    [TimestampArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [ClientFilter]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Emits CloudEvents, with the names that their standard gives.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CloudEventSet)]
    public SwitchParameter CloudEvents { get; set; }

    private protected override ResourceDescriptor<Event> Descriptor => Resources.Events;

    // The order of the list is not documented, so that no event can end it: all pages are looked through.
    private protected override Func<Event, bool>? Keep =>
        FilterQuery.GivenOfClient(this).Any() ? one => IsWanted(one.Topic, one.OccurredAt) : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _topics = Topic is null ? null : [.. Topic.Select(Pattern)];
        if (After > Before)
        {
            throw End(new BadArgumentException(
                $"-After {After:yyyy-MM-dd'T'HH:mm:ssK} is later than -Before {Before:yyyy-MM-dd'T'HH:mm:ssK}.",
                After,
                "Swap the two timestamps."));
        }

        if (CloudEvents && MyInvocation.ExpectingInput)
        {
            throw End(new BadArgumentException(
                "-CloudEvents accepts no input, because the API offers that format only for the list.",
                null,
                "Omit -CloudEvents to get events by id."));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (var unknown in (Topic ?? []).Where(topic => !_seen.Concat(EventTopics.All).Any(Pattern(topic).IsMatch)))
        {
            WriteWarning($"Unknown topic '{unknown}'. Check the spelling.");
        }
    }

    private static WildcardPattern Pattern(string topic) =>
        WildcardPattern.Get(topic, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    private bool IsWanted(string? topic, DateTimeOffset? at)
    {
        // A topic that some event has is no slip, though it may be newer than this module.
        if (_topics is not null && topic is not null)
        {
            _seen.Add(topic);
        }

        return Fits(topic, at);
    }

    private bool Fits(string? topic, DateTimeOffset? at) =>
        (_topics is null || (topic is not null && Array.Exists(_topics, pattern => pattern.IsMatch(topic))))
        && (After is null || at >= After)
        && (Before is null || at <= Before);
}
