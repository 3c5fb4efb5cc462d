namespace Lucca.Emulator.Server;

/// <summary>Makes the message for the emulator from what Kestrel has.</summary>
internal static class RequestMessage
{
    // The path must reach the emulator as it came: %2F is part of an id.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static HttpRequestMessage From(HttpContext context, string target)
    {
        var request = context.Request;
        var address = target.StartsWith('/') ? $"{request.Scheme}://{request.Host}{target}" : target;
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(address, Verbatim));
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            message.Content = new StreamContent(request.Body);
        }

        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return message;
    }
}
