using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Personal records: one for each employee.</summary>
internal static class EmployeePersonalRecords
{
    private static readonly string[] Countries = ["FRA", "DEU", "CHE", "ESP", "BEL"];

    public static ResourceKind Kind { get; } = new("employee-personal-record", "employee-personal-records")
    {
        Rows = options => Person.All(options).Select(MakeRow),
        Filters =
        [
            new ListFilter("employee.id"),
            new ListFilter("legalGender") { Values = ["unknown", "male", "female", "diverse"] },
            new ListFilter("nationalitiesCountryCodes"),
        ],
        Embeddings = [("employee", "employee")],
    };

    /// <summary>The date of birth of a person.</summary>
    public static DateOnly BirthDate(Person person) => new DateOnly(1960, 2, 29).AddDays(person.Index * 211 % 15_000);

    public static string GenderOf(Person person) => (person.Index % 29, person.Index % 2) switch
    {
        (14, _) => "diverse",
        (21, _) => "unknown",
        (_, 1) => "female",
        _ => "male",
    };

    private static JsonObject MakeRow(Person person) => Row.Of(
        "employee-personal-record",
        Person.Text(1001 + person.Index),
        ("employee", Row.Reference("employee", person.Id)),
        ("title", (person.Index % 13 == 12, person.Index % 2) switch { (true, _) => "unknown", (_, 1) => "miss", _ => "mister" }),
        ("legalGender", GenderOf(person)),
        ("birthDate", Timestamp.Text(BirthDate(person))),
        ("insuranceNumber", Row.CodeOrNull(person.Index % 3 == 2 ? null : ("other", $"SSN-{person.Id}"))),
        ("nationalitiesCountryCodes", person.Index % 10 == 9 ? new JsonArray() : new JsonArray(Countries[person.Index % Countries.Length])),
        ("bankAccount", BankAccount(person)),
        ("phoneNumber", person.Index % 3 == 0 ? "+41 790 123 4567" : null),
        ("email", person.Index % 4 == 0 ? null : $"{Ascii.Of(person.GivenName)}@home.example"),
        ("createdAt", person.CreatedAt),
        ("lastUpdatedAt", person.LastUpdatedAt));

    private static JsonObject? BankAccount(Person person) => person.Index % 4 == 1 ? null : new()
    {
        ["format"] = "iban",
        ["bankName"] = "Crédit Démo",
        ["accountIdentifier"] = "FR7630006000011234567890189", // the specimen of the IBAN registry
        ["bankIdentifier"] = null,
    };
}
