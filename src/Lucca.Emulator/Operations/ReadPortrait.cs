using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Files;

/// <summary><c>GET /portraits/{id}</c>: JSON by default, the picture for <c>Accept: image/*</c>.</summary>
internal static class ReadPortrait
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!PrefersPicture(call.Header("Accept")))
        {
            return SingleReply.GetAsync(call, cancellationToken);
        }

        var row = SingleReply.Find(call);
        var tag = EntityTag.Of(row, "picture");
        var file = call.Tenant.FileStore.Find(row["$file"]!.GetValue<string>())!;
        return Task.FromResult(Conditional.Check(call, tag) ?? FileReply.Of(file, "attachment", tag));
    }

    private static bool PrefersPicture(string? accept)
        => AcceptHeader.Parse(accept).FirstOrDefault(range => IsJson(range) || IsPicture(range)) is { } first && IsPicture(first);

    private static bool IsJson(string range) => range is "*/*" or "application/json";

    private static bool IsPicture(string range) => range.StartsWith("image/", StringComparison.Ordinal);
}
