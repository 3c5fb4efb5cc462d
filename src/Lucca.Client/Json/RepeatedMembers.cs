using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lucca;

/// <summary>
/// Members that stand more than once in one object, in whatever case. Readers of JSON differ in which of them counts, so they are made one
/// before anything reads them: the last counts. Objects that hold resources by id are the exception, since ids may differ by case alone.
/// </summary>
internal static class RepeatedMembers
{
    /// <summary>The member whose members are names of types, and the members of these are ids.</summary>
    private const string MapOfIds = "embedded";

    private static readonly JsonWriterOptions AsWritten =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The JSON without repeated members; the same where there are none, or where it is no JSON.</summary>
    /// <param name="json">The text, without a byte order mark.</param>
    /// <param name="names">The paths of the members that were repeated.</param>
    public static ReadOnlyMemory<byte> Remove(ReadOnlyMemory<byte> json, out IReadOnlyCollection<string> names)
    {
        names = [];
        try
        {
            return MayHoldAny(json.Span) ? Rewrite(json, out names) : json;
        }
        catch (JsonException)
        {
            // Whoever reads it will say what is wrong with it.
            return json;
        }
    }

    /// <summary>A fast look at all names: rather too often yes than no.</summary>
    private static bool MayHoldAny(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var levels = new List<HashSet<ulong>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (levels.Count <= reader.CurrentDepth)
                {
                    levels.Add([]);
                }

                levels[reader.CurrentDepth].Clear();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName
                && (reader.ValueIsEscaped || !levels[reader.CurrentDepth - 1].Add(Hash(reader.ValueSpan))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names that differ by case alone have the same one (FNV-1a).</summary>
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037;
        foreach (var letter in name)
        {
            hash = (hash ^ (letter | 0x20u)) * 1099511628211;
        }

        return hash;
    }

    private static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> json, out IReadOnlyCollection<string> names)
    {
        using var document = JsonDocument.Parse(json);
        var written = new ArrayBufferWriter<byte>(json.Length);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        using (var writer = new Utf8JsonWriter(written, AsWritten))
        {
            Write(writer, document.RootElement, "", idsBelow: 0, found);
        }

        names = found;
        return found.Count > 0 ? written.WrittenMemory : json;
    }

    /// <param name="writer">Where to.</param>
    /// <param name="value">What is written.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="idsBelow">2 for a map of types, 1 for a map of ids, 0 for anything else.</param>
    /// <param name="found">The paths of repeated members.</param>
    private static void Write(Utf8JsonWriter writer, JsonElement value, string path, int idsBelow, SortedSet<string> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, member) in Members(
                    value, path, idsBelow > 0 ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase, found))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member, Below(path, name), idsBelow > 0 ? idsBelow - 1
                        : path.Length == 0 && name == MapOfIds ? 2 : 0, found);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, path, idsBelow: 0, found);
                }

                writer.WriteEndArray();
                break;
            default:
                // Numbers keep their digits, and texts their escapes.
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
                break;
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Members(
        JsonElement json, string path, StringComparer comparer, SortedSet<string> found)
    {
        var members = new OrderedDictionary<string, (string Name, JsonElement Value)>(comparer);
        foreach (var member in json.EnumerateObject())
        {
            var name = JsonText.NameOf(member);
            if (members.TryGetValue(name, out var former))
            {
                // The API's own names begin with a small letter, and its models know no others.
                name = name is [>= 'a' and <= 'z', ..] ? name : former.Name;
                found.Add(Below(path, name));
            }

            members[name] = (name, member.Value);
        }

        return members.Values.Select(member => KeyValuePair.Create(member.Name, member.Value));
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
