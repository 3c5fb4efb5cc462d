using Lucca.Emulator.Replies;
using Lucca.Emulator.Signing;

namespace Lucca.Emulator.Requests;

/// <summary>The access token of a request.</summary>
internal static class Bearer
{
    public static Grant Check(Tenant tenant, HttpRequestMessage request)
    {
        var header = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : "";
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem.Unauthorized("An access token is required.", "Bearer");
        }

        return tenant.Tokens.Find(header["Bearer ".Length..].Trim()) ?? throw Problem.Unauthorized(
            "The access token is invalid or has expired.",
            "Bearer error=\"invalid_token\", error_description=\"The access token is invalid or has expired\"");
    }
}
