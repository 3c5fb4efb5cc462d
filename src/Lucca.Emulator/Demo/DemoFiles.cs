using System.Security.Cryptography;
using System.Text;
using Lucca.Emulator.Files;
using Lucca.Emulator.Pictures;

namespace Lucca.Emulator.Demo;

/// <summary>The files of the demo data: contents are made on demand.</summary>
internal static class DemoFiles
{
    /// <summary>The file of the documentation: pic.jpg.</summary>
    public const string Picture = "2face165-5345-4cf3-ab05-5421a6b19df2";

    /// <summary>The file of a person's portrait.</summary>
    public static string PortraitId(Person person) => StableId("portrait " + person.Id);

    /// <summary>The file of a person's contract; null for most.</summary>
    public static string? ContractId(Person person) => (person.Index, person.Index % 5) switch
    {
        (0, _) => Picture,
        (_, 0) => StableId("contract " + person.Id),
        _ => null,
    };

    /// <summary>All files, by id.</summary>
    public static Dictionary<string, StoredFile> All(TenantOptions options)
    {
        var people = Person.All(options).ToList();
        var picture = new StoredFile(Picture, "pic.jpg", "image/jpg", "2024-01-15T08:30:00Z", () => [Identicon.Draw(Picture, 320)]);
        return people.Where(person => person.PortraitId is not null).Select(Portrait)
            .Concat(people.Where(person => person.Index > 0 && ContractId(person) is not null).Select(Contract))
            .Append(picture)
            .ToDictionary(file => file.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The file of a person's portrait: <c>jdoe-800.jpeg</c> for Jane Doe, smaller ones for the others.</summary>
    public static StoredFile Portrait(Person person)
    {
        var size = person.Index == Person.JaneDoe ? 800 : 240;
        var name = $"{Ascii.Of(person.GivenName)[..1]}{Ascii.Of(person.FamilyName)}-{size}.jpeg";
        return new(PortraitId(person), name, "image/jpeg", Moment.Created(person.Index), () => [Identicon.Draw(person.Id, size)]);
    }

    private static StoredFile Contract(Person person) => new(
        ContractId(person)!,
        $"Contrat – {person.GivenName} {person.FamilyName}.pdf",
        "application/pdf",
        Moment.Created(person.Index),
        () => [ContractPdf.Write($"{person.GivenName} {person.FamilyName}", Moment.Text(person.StartsOn))]);

    /// <summary>A UUID that is the same in each run, with the marks of a random one (RFC 9562, version 4).</summary>
    private static string StableId(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
