using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lucca.Emulator;

/// <summary>Makes responses with a JSON body.</summary>
internal static class JsonResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A response whose body is one JSON object; <paramref name="write"/> writes its members.</summary>
    public static HttpResponseMessage OfObject(HttpStatusCode status, Action<Utf8JsonWriter> write, string mediaType = "application/json")
        => OfValue(status, mediaType, writer =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        });

    /// <summary>A response whose body is any one JSON value.</summary>
    public static HttpResponseMessage OfValue(HttpStatusCode status, string mediaType, Action<Utf8JsonWriter> write)
    {
        var content = new ByteArrayContent(ToUtf8(write));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType, "utf-8");
        return new HttpResponseMessage(status) { Content = content };
    }

    /// <summary>What <paramref name="write"/> writes, as UTF-8.</summary>
    public static byte[] ToUtf8(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
