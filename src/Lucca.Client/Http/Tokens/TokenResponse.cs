using System.Globalization;
using System.Text.Json;

namespace Lucca.Http;

/// <summary>The members of a token endpoint's response (RFC 6749, 5.1 and 5.2); all are null unless it is a JSON object.</summary>
internal sealed class TokenResponse(JsonElement? json, CallNotes notes)
{
    /// <summary>The lifetime of a token when the response states none, in seconds.</summary>
    private const int DefaultLife = 300;

    /// <summary>The longest lifetime accepted, in seconds: a day.</summary>
    private const int LongestLife = 86_400;

    public string? AccessToken => Text("access_token");

    /// <summary>The error code, such as <c>invalid_client</c>.</summary>
    public string? Error => ServerText("error");

    /// <summary>The server's own words about the error.</summary>
    public string? ErrorDescription => ServerText("error_description");

    /// <summary>The scopes granted; null when they are the requested ones.</summary>
    public string? Scope => ServerText("scope") is { } scope && !string.IsNullOrWhiteSpace(scope) ? scope : null;

    /// <summary>Whether the token and its lifetime are valid.</summary>
    public bool IsToken => Http.AccessToken.IsValid(AccessToken) && Seconds is not null;

    public TimeSpan Life => TimeSpan.FromSeconds(Math.Clamp(Seconds ?? DefaultLife, 0, LongestLife));

    /// <summary>The lifetime, which may be a number or text; null when it is neither.</summary>
    private double? Seconds => Member("expires_in") switch
    {
        null or { ValueKind: JsonValueKind.Null } => DefaultLife,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text => Parse(JsonText.Of(text)),
        _ => null,
    };

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    public override string ToString() => "***";

    private string? Text(string name) => Member(name) is { ValueKind: JsonValueKind.String } text ? JsonText.Of(text) : null;

    /// <summary>A member for display: secrets hidden, control characters removed.</summary>
    private string? ServerText(string name) =>
        Text(name) is { } text ? string.Concat(notes.Hide(text).Where(static c => !char.IsControl(c))) : null;

    private JsonElement? Member(string name) =>
        json is { ValueKind: JsonValueKind.Object } response && response.TryGetProperty(name, out var value) ? value : null;
}
