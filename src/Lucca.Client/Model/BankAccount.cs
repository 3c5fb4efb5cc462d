namespace Lucca;

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
