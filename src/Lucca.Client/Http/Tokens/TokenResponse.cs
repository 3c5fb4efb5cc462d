using System.Globalization;
using System.Text.Json;

namespace Lucca.Http;

/// <summary>The members of a token endpoint's response (RFC 6749, 5.1 and 5.2). A response that is no JSON object has none.</summary>
internal sealed class TokenResponse(JsonElement? json, CallNotes notes)
{
    /// <summary>How long a token is used when the response does not say how long it lives, in seconds.</summary>
    private const int UnstatedLife = 300;

    /// <summary>The longest life that is believed, in seconds: a day.</summary>
    private const int LongestLife = 86_400;

    public string? AccessToken => Text("access_token");

    /// <summary>The error code, such as <c>invalid_client</c>.</summary>
    public string? Error => ServerText("error");

    /// <summary>The server's own words about the error.</summary>
    public string? ErrorDescription => ServerText("error_description");

    /// <summary>The scopes granted; null when they are those asked for.</summary>
    public string? Scope => ServerText("scope") is { } scope && !string.IsNullOrWhiteSpace(scope) ? scope : null;

    /// <summary>Whether there is a token that could be one, with a life that could be one.</summary>
    public bool IsToken => Http.AccessToken.IsValid(AccessToken) && Seconds is not null;

    public TimeSpan Life => TimeSpan.FromSeconds(Math.Clamp(Seconds ?? UnstatedLife, 0, LongestLife));

    /// <summary>The life stated, as a number or as text; null when it is neither.</summary>
    private double? Seconds => Member("expires_in") switch
    {
        null or { ValueKind: JsonValueKind.Null } => UnstatedLife,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when double.TryParse(JsonText.Of(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => seconds,
        _ => null,
    };

    public override string ToString() => "***";

    private string? Text(string name) => Member(name) is { ValueKind: JsonValueKind.String } text ? JsonText.Of(text) : null;

    /// <summary>What the server says to people: secrets hidden, and nothing in it that would move a console's cursor.</summary>
    private string? ServerText(string name) =>
        Text(name) is { } text ? string.Concat(notes.Hide(text).Where(static c => !char.IsControl(c))) : null;

    private JsonElement? Member(string name) => json is { ValueKind: JsonValueKind.Object } response && response.TryGetProperty(name, out var value) ? value : null;
}
