using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>The files of the demo data: contents are made on demand.</summary>
internal static class DemoFiles
{
    /// <summary>The file of the documentation: pic.jpg.</summary>
    public const string Sample = "2face165-5345-4cf3-ab05-5421a6b19df2";

    /// <summary>The file of a person's portrait.</summary>
    public static string PortraitId(Person person) => StableId("portrait " + person.Id);

    /// <summary>The file of a person's contract; null for most.</summary>
    public static string? ContractId(Person person) => (person.Index, person.Index % 5) switch
    {
        (0, _) => Sample,
        (_, 0) => StableId("contract " + person.Id),
        _ => null,
    };

    /// <summary>All files, by id.</summary>
    public static Dictionary<string, StoredFile> All(TenantOptions options)
    {
        var people = Person.All(options).ToList();
        var picture = new StoredFile(Sample, "pic.jpg", "image/jpg", "2024-01-15T08:30:00Z", () => Picture.Of("sample", Sample));
        return people.Where(person => person.PortraitId is not null).Select(Portrait)
            .Concat(people.Where(person => person.Index > 0 && ContractId(person) is not null).Select(Contract))
            .Append(picture)
            .ToDictionary(file => file.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The file of a person's portrait: <c>jdoe-800.jpeg</c> for Jane Doe, smaller ones for the others.</summary>
    public static StoredFile Portrait(Person person)
    {
        var name = $"{Ascii.Of(person.GivenName)[..1]}{Ascii.Of(person.FamilyName)}-{(person.Index == Person.JaneDoe ? 800 : 240)}.jpeg";
        return new(PortraitId(person), name, "image/jpeg", person.CreatedAt, () => Picture.Of(person));
    }

    private static StoredFile Contract(Person person) => new(
        ContractId(person)!,
        $"Contrat – {person.GivenName} {person.FamilyName}.pdf",
        "application/pdf",
        person.CreatedAt,
        () => ContractPdf.Write($"{person.GivenName} {person.FamilyName}", Timestamp.Text(person.StartsOn)));

    /// <summary>A UUID that is the same in each run, with the marks of a random one (RFC 9562, version 4).</summary>
    private static string StableId(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}

/// <summary>A file of the tenant.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="CreatedAt">When it was made, as the API writes it.</param>
/// <param name="Content">Its bytes, made or looked up on demand; null when they are no longer kept.</param>
internal sealed record StoredFile(string Id, string FileName, string ContentType, string CreatedAt, Func<ReadOnlyMemory<byte>?> Content)
{
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The row that stands for the file in JSON.</summary>
    public JsonObject ToRow(params ReadOnlySpan<(string Name, JsonNode? Value)> more)
        => Row.Of("file", Id, [("fileName", FileName), ("contentType", ContentType), ("createdAt", CreatedAt), .. more]);
}
