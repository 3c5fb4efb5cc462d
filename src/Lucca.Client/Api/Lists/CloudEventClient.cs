using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Reads events as CloudEvents.</summary>
/// <param name="transport">The connection to the tenant.</param>
/// <param name="notes">Receives progress and warnings.</param>
public sealed class CloudEventClient(Transport transport, CallNotes notes)
{
    private const string MediaType = "application/cloudevents-batch+json";
    private const int PageSize = 100;

    /// <summary>The pages of the list, each requested when needed.</summary>
    /// <param name="query">The filters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// The list has no links, and so no cursor: pages are requested by number. The list ends with a page that holds nothing new; a short
    /// page is no end, since a server may send fewer items than requested.
    /// </remarks>
    public async IAsyncEnumerable<IReadOnlyList<JsonElement>> PagesAsync(
        QueryParameters query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var events = await FetchAsync(query.Copy(), page, cancellationToken).ConfigureAwait(false);
            var fresh = events.Where(one => seen.Add(IdOf(one))).ToList();
            if (fresh.Count == 0)
            {
                yield break;
            }

            yield return fresh;
        }
    }

    private async Task<List<JsonElement>> FetchAsync(QueryParameters query, int page, CancellationToken cancellationToken)
    {
        query.Add("limit", PageSize.ToString(CultureInfo.InvariantCulture));
        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        var request = LuccaRequest.Get(Resources.Events.Path) with
        {
            Query = query,
            Accept = MediaType,
            Scope = Resources.Events.ReadScope,
        };
        return (await transport.ReadJsonAsync(request, notes, Read, cancellationToken).ConfigureAwait(false)).Value!;
    }

    private static List<JsonElement> Read(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(JsonText.WithoutMark(body).Span, LuccaJson.Of<List<JsonElement>>())
            ?? throw new JsonException("A list is expected.");

    /// <summary>The id of an event; its whole text when it has none.</summary>
    private static string IdOf(JsonElement one) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty("id", out var id) ? id.ToString() : one.GetRawText();
}
