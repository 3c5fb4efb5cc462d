using System.Management.Automation;
using System.Text.Json;
using System.Xml;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Paths;

namespace Lucca.PowerShell.Saved;

/// <summary>A file with the employees of an earlier run: of Export-Clixml, of ConvertTo-Json, or replies of the API as they came. It is read whole or not at all.</summary>
internal static class StateFile
{
    private const string Advice = "Give a file of Export-Clixml (.clixml, .xml) or of JSON (.json), or the objects that Import-Csv reads from any other.";

    /// <summary>The objects in a file.</summary>
    /// <exception cref="LocalFileException">It cannot be read, or is none of these.</exception>
    public static IEnumerable<object?> Read(SessionState state, string given)
    {
        var path = ProviderPath.Literal(state, given);
        Func<Stream, IEnumerable<object?>> read = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => ReadJson,
            ".CLIXML" or ".XML" => ReadClixml,
            _ => throw new LocalFileException(LocalFileProblem.BadPath, $"By its ending, '{given}' is neither of Export-Clixml nor JSON.", Advice),
        };
        using var file = LocalFile.Open(path, given);
        try
        {
            return read(file);
        }
        catch (Exception broken) when (broken is JsonException or XmlException or PSArgumentException or InvalidOperationException)
        {
            throw new LocalFileException(LocalFileProblem.CannotRead, $"'{given}' is incomplete or no such file: {broken.Message}", Advice, broken);
        }
    }

    private static IEnumerable<object?> ReadClixml(Stream file)
    {
        using var reader = new StreamReader(file);
        return LanguagePrimitives.GetEnumerable(PSSerializer.Deserialize(reader.ReadToEnd()))?.Cast<object?>() ?? [];
    }

    private static List<object?> ReadJson(Stream file)
    {
        // The reader knows UTF-16 by its mark, as Windows PowerShell writes it.
        using var reader = new StreamReader(file);
        using var document = JsonDocument.Parse(reader.ReadToEnd());
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out _))
        {
            var page = PageReader.Read<Employee>(JsonSerializer.SerializeToUtf8Bytes(root, LuccaJson.Of<JsonElement>()), LuccaJson.Of<Employee>(), withLinks: false);
            return [.. page.Items(malformed => throw new JsonException(malformed.Problem))];
        }

        return [.. (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root]).Select(ReadJson)];
    }

    /// <summary>The API's own spelling is read as a reply; any other as it is.</summary>
    private static object? ReadJson(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out _)
        ? ResourceReader.Read(JsonSerializer.SerializeToUtf8Bytes(item, LuccaJson.Of<JsonElement>()), LuccaJson.Of<Employee>())
        : PlainValue.From(item);
}
