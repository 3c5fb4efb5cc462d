namespace Lucca;

/// <summary>What is personal of an employee: one record each, under a scope of its own (lucca-resources 3.9).</summary>
public sealed class EmployeePersonalRecord : Resource
{
    /// <summary>The employee.</summary>
    public Reference? Employee { get; init; }

    /// <summary><c>mister</c>, <c>miss</c> or <c>unknown</c>.</summary>
    public string? Title { get; init; }

    /// <summary><c>male</c>, <c>female</c>, <c>diverse</c> or <c>unknown</c>.</summary>
    public string? LegalGender { get; init; }

    /// <summary>The date of birth; null when unknown.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The social security number; its formats are <c>frenchSSN</c>, <c>swissSSN</c>, <c>other</c>. Null when there is none.</summary>
    public CodePair? InsuranceNumber { get; init; }

    /// <summary>The nationality as ISO 3166-1 alpha-3: at most one, in spite of the name.</summary>
    public IReadOnlyList<string>? NationalitiesCountryCodes { get; init; }

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

    internal override IEnumerable<(string Type, Reference? Reference)> References => [("employee", Employee)];
}
