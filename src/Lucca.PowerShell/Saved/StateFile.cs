using System.Management.Automation;
using System.Text.Json;
using System.Xml;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>
/// A file with the employees of an earlier run: of Export-Clixml, of ConvertTo-Json, or responses of the API as they came. It is read whole
/// or not at all.
/// </summary>
internal static class StateFile
{
    private const string Advice = "Give a file of Export-Clixml (.clixml, .xml) or of JSON (.json), or rows of Import-Csv.";

    /// <summary>Takes the employees of a file into a state.</summary>
    /// <exception cref="LocalFileException">It cannot be read, or is none of these, or holds nobody.</exception>
    /// <exception cref="BadArgumentException">It holds something else.</exception>
    public static void Read(SessionState session, string given, SavedState state)
    {
        var path = ProviderPath.Literal(session, given);
        Func<Stream, IReadOnlyList<object?>> read = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => ReadJson,
            ".CLIXML" or ".XML" => ReadClixml,
            _ => throw new LocalFileException(LocalFileProblem.BadPath, $"'{given}' does not end in .clixml, .xml or .json.", Advice),
        };
        var items = Items(path, given, read);
        if (items.Count == 0)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{given}' contains no employees: the command that wrote it has probably failed.",
                "Remove the file. For a first run, give an empty list: -ReferenceObject @().");
        }

        try
        {
            foreach (var item in items)
            {
                SavedEmployee.Read(item, state);
            }
        }
        catch (BadArgumentException bad)
        {
            throw new BadArgumentException($"In '{given}': {bad.Problem}", given, bad.Advice, bad) { IsBeforeCall = false };
        }
    }

    private static IReadOnlyList<object?> Items(string path, string given, Func<Stream, IReadOnlyList<object?>> read)
    {
        using var file = LocalFile.Open(path, given);
        try
        {
            using var buffered = new BufferedStream(file, 1 << 16);
            return read(buffered);
        }
        catch (Exception broken) when (broken is JsonException or XmlException)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead, $"'{given}' is incomplete or in another format: {broken.Message}", Advice, broken);
        }
    }

    // One list as a whole is what Export-Clixml -InputObject writes.
    private static List<object?> ReadClixml(Stream file) =>
        ClixmlReader.Read(file) is var items && items is [SavedObject { Items: { } list }] ? list : items;

    private static List<object?> ReadJson(Stream file)
    {
        // The reader knows UTF-16 by its mark, as Windows PowerShell writes it.
        using var reader = new StreamReader(file);
        using var document = JsonDocument.Parse(reader.ReadToEnd());
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out _))
        {
            var page = PageReader.Read<Employee>(
                JsonSerializer.SerializeToUtf8Bytes(root, LuccaJson.Of<JsonElement>()), LuccaJson.Of<Employee>(), withLinks: false);
            return page.Links?.GetValueOrDefault("next") is null
                ? [.. page.Items(malformed => throw new JsonException(malformed.Problem))]
                : throw new JsonException("It is one page of a longer list: links.next is set.");
        }

        return [.. (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root]).Select(ReadJson)];
    }

    /// <summary>The API's own spelling is read as a response; any other as it is.</summary>
    private static object? ReadJson(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("id", out _)
            && !(item.TryGetProperty("type", out var type) && IsOther(type))
            ? ResourceReader.Read(JsonSerializer.SerializeToUtf8Bytes(item, LuccaJson.Of<JsonElement>()), LuccaJson.Of<Employee>())
            : PlainValue.From(item);

    private static bool IsOther(JsonElement type) => type.ValueKind == JsonValueKind.String && type.GetString() != "employee";
}
