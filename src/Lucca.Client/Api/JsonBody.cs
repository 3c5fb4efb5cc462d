using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>A body of JSON, made anew for each attempt.</summary>
internal static class JsonBody
{
    public static Func<Action, HttpContent> Of(JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        return _ => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Json, "utf-8") } };
    }

    /// <summary>How a reference is written: by its id alone.</summary>
    public static JsonObject Reference(string id) => new() { ["id"] = id };
}
