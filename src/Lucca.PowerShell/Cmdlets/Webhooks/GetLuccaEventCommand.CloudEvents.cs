using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Lucca.PowerShell.Filters;
using Lucca.PowerShell.Raw;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Events as others take them: word for word, so that they can be passed on as JSON.</content>
public sealed partial class GetLuccaEventCommand
{
    private protected override void WriteUnasked()
    {
        if (CloudEvents)
        {
            Attempt(null, WriteCloudEvents);
        }
        else
        {
            base.WriteUnasked();
        }
    }

    private void WriteCloudEvents()
    {
        var (skip, left) = (PagingParameters.Skip, PagingParameters.First);
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(Paging.Total(PagingParameters, null));
        }

        if (left > 0)
        {
            ForEachPage(Client.CloudEvents.PagesAsync(FilterQuery.Build(this, IdsOf), StopToken), page => Write(page, ref skip, ref left));
        }
    }

    /// <returns>Whether more is wanted.</returns>
    private bool Write(IReadOnlyList<JsonElement> page, ref ulong skip, ref ulong left)
    {
        foreach (var one in page.Where(one => IsWanted(Text(one, "type"), Moment(one))))
        {
            if (skip > 0)
            {
                skip--;
                continue;
            }

            WriteObject(Named(one));
            Progress.ItemsDone++;
            if (--left == 0)
            {
                return false;
            }
        }

        return true;
    }

    private object? Named(JsonElement one)
    {
        var result = PlainObject.From(one, CurrentSession.Transport);
        (result as PSObject)?.TypeNames.Insert(0, "Lucca.CloudEvent");
        return result;
    }

    private static string? Text(JsonElement one, string name) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static DateTimeOffset? Moment(JsonElement one) =>
        DateTimeOffset.TryParse(Text(one, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
