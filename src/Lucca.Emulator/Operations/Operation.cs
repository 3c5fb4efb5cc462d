namespace Lucca.Emulator;

/// <summary>Answers a request that has passed the checks which are the same for all resources.</summary>
internal delegate Task<HttpResponseMessage> Operation(ApiCall call, CancellationToken cancellationToken);

/// <summary>Which operation a method on a resource means.</summary>
internal static class OperationTable
{
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Patch];

    /// <summary>The operation of a method on a list or on a single resource; null when the method is not allowed.</summary>
    public static Operation? Find(ResourceKind kind, HttpMethod method, bool isSingle) => (kind.Path, method.Method, isSingle) switch
    {
        ("files", "GET", true) => ReadFile.GetAsync,
        ("files", "POST", false) => UploadFile.CreateAsync,
        ("portraits", "GET", true) => ReadPortrait.GetAsync,
        ("files" or "portraits", "GET", false) or (Files.Uploads, "GET", true) => null,
        (Files.Uploads, "GET", false) => ListUploads.GetAsync,
        ("events", "GET", false) => CloudEvents.GetAsync,
        ("webhook-endpoints", "POST", false) => WriteWebhookEndpoint.CreateAsync,
        ("webhook-endpoints", "PATCH", true) => WriteWebhookEndpoint.UpdateAsync,
        ("webhook-deliveries", "POST", false) => SendWebhookDelivery.CreateAsync,
        (_, "GET", false) => ListResponse.GetAsync,
        (_, "GET", true) => SingleResponse.GetAsync,
        _ => null,
    };

    /// <summary>The methods for the header <c>Allow</c>.</summary>
    public static string AllowedMethods(ResourceKind kind, bool isSingle)
        => string.Join(", ", Methods.Where(method => Find(kind, method, isSingle) is not null));
}
