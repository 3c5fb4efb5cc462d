using System.Net;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads a secret; writes stars.</summary>
internal sealed class SecretConverter : JsonConverter<SecureString>
{
    public override SecureString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A secret is text.");
        }

        var secret = new NetworkCredential("", reader.GetString()).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }

    public override void Write(Utf8JsonWriter writer, SecureString value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}
