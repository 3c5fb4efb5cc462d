using System.Net;

namespace Lucca.Emulator;

/// <summary><c>GET /files/{id}?token=…</c>: the description or the bytes, as <c>disposition</c>, else <c>Accept</c> says.</summary>
internal static class ReadFile
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Query.Single("token") is not { Length: > 0 } token)
        {
            throw Problem.Invalid("token", "The token field is required.");
        }

        var file = call.Tenant.FileStore.Find(call.Id!)
            ?? throw Problem.NotFound($"There is no file with the id '{call.Id}', or no access to it.");
        if (token != call.Tenant.FileToken(file.Id))
        {
            throw Problem.Forbidden("The token does not give access to this file.");
        }

        return Task.FromResult(Disposition(call, file) is { } disposition ? Bytes(call, file, disposition) : Description(call, file));
    }

    private static HttpResponseMessage Description(ApiCall call, StoredFile file)
    {
        var row = file.ToRow();
        return call.CheckConditions(EntityTag.Of(row)) ?? SingleResponse.Of(call, row, HttpStatusCode.OK);
    }

    private static HttpResponseMessage Bytes(ApiCall call, StoredFile file, string disposition)
    {
        var tag = EntityTag.Of(file.ToRow(), "bytes");
        return call.CheckConditions(tag) ?? FileResponse.Of(file, disposition, tag);
    }

    /// <summary>How the bytes are sent; null for the description.</summary>
    private static string? Disposition(ApiCall call, StoredFile file) => call.Query.Single("disposition") switch
    {
        null => ByAccept(AcceptHeader.Parse(call.Header("Accept")), file),
        "json" => null,
        "inline" => "inline",
        "attachment" => "attachment",
        var unknown => throw Problem.Invalid("disposition", $"The value '{unknown}' is not one of json, inline, attachment."),
    };

    /// <summary>What the first media range asks for that says anything; the description when none does.</summary>
    private static string? ByAccept(IEnumerable<string> ranges, StoredFile file)
        => ranges.Select(range => ByRange(range, file)).FirstOrDefault(found => found is not null) is { Length: > 0 } found ? found : null;

    /// <summary>What a media range asks for: empty for the description, null when it says nothing here.</summary>
    private static string? ByRange(string range, StoredFile file) => range switch
    {
        "application/json" or "*/*" => "",
        "application/octet-stream" => "attachment",
        "images/*" => file.IsPicture ? "inline" : "", // a preview "when possible": here a picture is its own, and nothing else has one
        _ when string.Equals(range, file.ContentType, StringComparison.OrdinalIgnoreCase) => "attachment",
        _ => null,
    };
}

/// <summary><c>GET /portraits/{id}</c>: JSON by default, the picture for <c>Accept: image/*</c>.</summary>
internal static class ReadPortrait
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!PrefersPicture(call.Header("Accept")))
        {
            return SingleResponse.GetAsync(call, cancellationToken);
        }

        var row = SingleResponse.Find(call);
        var tag = EntityTag.Of(row, "picture");
        var file = call.Tenant.FileStore.Find(row["$file"]!.GetValue<string>())!;
        return Task.FromResult(call.CheckConditions(tag) ?? FileResponse.Of(file, "attachment", tag));
    }

    private static bool PrefersPicture(string? accept)
        => AcceptHeader.Parse(accept).FirstOrDefault(range => IsJson(range) || IsPicture(range)) is { } first && IsPicture(first);

    private static bool IsJson(string range) => range is "*/*" or "application/json";

    private static bool IsPicture(string range) => range.StartsWith("image/", StringComparison.Ordinal);
}
