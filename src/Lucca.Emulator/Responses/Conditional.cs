using System.Net;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Replies;

/// <summary>The headers <c>If-Match</c> and <c>If-None-Match</c>.</summary>
internal static class Conditional
{
    /// <summary>412 without a body when <c>If-Match</c> names another tag; 304 when <c>If-None-Match</c> names this; else null.</summary>
    public static HttpResponseMessage? Check(ApiCall call, string tag)
    {
        if (call.Header("If-Match") is { } match && !EntityTag.IsIn(match, tag))
        {
            return new HttpResponseMessage(HttpStatusCode.PreconditionFailed);
        }

        if (call.Request.Method == HttpMethod.Get && call.Header("If-None-Match") is { } noneMatch && EntityTag.IsIn(noneMatch, tag))
        {
            return WithTag(new HttpResponseMessage(HttpStatusCode.NotModified), tag);
        }

        return null;
    }

    public static HttpResponseMessage WithTag(HttpResponseMessage response, string tag)
    {
        response.Headers.TryAddWithoutValidation("ETag", tag);
        return response;
    }
}
