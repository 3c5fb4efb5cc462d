using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Lucca;

/// <summary>An address from a <c>links</c> member. A file's address has a secret token: no view, text or JSON shows it.</summary>
[JsonConverter(typeof(LinkUriConverter))]
public sealed partial class LinkUri
{
    private readonly string _original;

    /// <summary>Wraps an address.</summary>
    /// <param name="address">The address, with its token.</param>
    public LinkUri(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _original = address;
        Address = Hide(address);
        HasToken = CarriesToken(address);
    }

    /// <summary>The address with its token hidden.</summary>
    public string Address { get; }

    /// <summary>Whether the address holds a token.</summary>
    public bool HasToken { get; }

    /// <summary>The connection that brought the link; null for none.</summary>
    internal object? Origin { get; init; }

    /// <summary>The address with its token. Do not print or store it. A method, since shells and JSON show every property.</summary>
    public string Reveal() => _original;

    /// <summary>The address with its token hidden.</summary>
    public override string ToString() => Address;

    /// <summary>A text with the tokens of all addresses in it hidden.</summary>
    /// <param name="text">Any text.</param>
    internal static string Hide(string text) =>
        Masking.Hide(text, static form => Token().Matches(form).Select(static token => (token.Index, token.Length)));

    /// <summary>Whether a text is, or contains, an address with a token in its query.</summary>
    /// <param name="text">Any text.</param>
    internal static bool CarriesToken(string text) => Masking.Holds(text, Token().IsMatch);

    // A lookbehind hides the value and shows the name. The name is percent-encoded in an address within an address.
    [GeneratedRegex(
        """(?<=(?:[?&]|%3F|%26)(?:access_)?token(?:=|%3D))[^&#\s"'<>\\]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}

/// <summary>Reads an <c>href</c>; writes it with its token hidden.</summary>
internal sealed class LinkUriConverter : JsonConverter<LinkUri>
{
    public override LinkUri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new LinkUri(reader.GetString()!) { Origin = OriginResolver.OriginOf(options) }
            : throw new JsonException("An href is text.");

    public override void Write(Utf8JsonWriter writer, LinkUri value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Address);
}
