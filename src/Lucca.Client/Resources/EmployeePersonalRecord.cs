using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>An employee's personal record: one for each employee, with its own scope.</summary>
public sealed class EmployeePersonalRecord : Resource
{
    /// <summary>The employee.</summary>
    [JsonInclude]
    public Reference? Employee { get; internal set; }

    /// <summary><c>mister</c>, <c>miss</c> or <c>unknown</c>.</summary>
    public string? Title { get; init; }

    /// <summary><c>male</c>, <c>female</c>, <c>diverse</c> or <c>unknown</c>.</summary>
    public string? LegalGender { get; init; }

    /// <summary>The date of birth; null when unknown.</summary>
    public DateTime? BirthDate { get; init; }

    /// <summary>
    /// The social security number; its formats are <c>frenchSSN</c>, <c>swissSSN</c>, <c>other</c>. Null when there is none.
    /// </summary>
    public CodePair? InsuranceNumber { get; init; }

    /// <summary>The nationality as ISO 3166-1 alpha-3: at most one, in spite of the name.</summary>
    public Values<string>? NationalitiesCountryCodes { get; init; }

    /// <summary>The bank account; null when there is none.</summary>
    public BankAccount? BankAccount { get; init; }

    /// <summary>The private phone number; null when there is none.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The private e-mail address; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Employee?.KnownName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Employee = visitor.Visit("employee", Employee);
}

/// <summary>A bank account of an employee.</summary>
public sealed class BankAccount : OpenObject
{
    /// <summary><c>iban</c> or <c>other</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The bank's name; null when there is none.</summary>
    public string? BankName { get; init; }

    /// <summary>The account: the IBAN when the format is <c>iban</c>; null when there is none.</summary>
    public string? AccountIdentifier { get; init; }

    /// <summary>The bank's BIC or local code; null when the format is <c>iban</c>.</summary>
    public string? BankIdentifier { get; init; }

    /// <summary>The account.</summary>
    public override string ToString() => AccountIdentifier ?? "";
}
