using System.ComponentModel;
using System.Data;
using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Input;

namespace Lucca;

/// <summary>
/// What was given where a resource is meant: an id as text or number, the object itself, a reference to it, or anything with an Id, such
/// as a row of a CSV file. It still knows which kind of resource it is, and where it came from.
/// </summary>
[TypeConverter(typeof(ResourceIdConverter))]
public sealed class ResourceId
{
    private static readonly string[] PersonColumns = [nameof(EmployeeNumber), "Email", "mail"];

    private readonly ResourceKinds _kinds;

    private ResourceId(object? input, string? id, ResourceKinds kinds) => (Input, Id, _kinds) = (input, id, kinds);

    /// <summary>The id; empty when there is none.</summary>
    public string Value => Id ?? "";

    /// <summary>The id, empty when it was given but is empty; null when what was given can have none.</summary>
    internal string? Id { get; }

    /// <summary>What the user gave.</summary>
    internal object? Input { get; }

    /// <summary>The number by which it means an employee, having no id; null for none.</summary>
    internal string? EmployeeNumber { get; private init; }

    /// <summary>
    /// What may be a name: bare text, or the e-mail address of an object with neither id nor number; null where there is neither.
    /// </summary>
    internal string? Text => EmployeeNumber is not null ? null : IsText ? Value : Email;

    /// <summary>Whether it came as bare text or number, not as an object: such a one may be of any kind.</summary>
    internal bool IsText => EmployeeNumber is null && (Input is null or string || BareId.Of(Input) is not null);

    /// <summary>Whether it means an employee by number or e-mail address, as the rows of a directory do.</summary>
    internal bool IsPerson => EmployeeNumber is not null || Email is not null;

    /// <summary>
    /// Why its row does not mean the employee that it brought: the id and the number disagree. Null when they agree, and for objects of
    /// this module, which may be older than a change of the number.
    /// </summary>
    internal string? Contradiction(Employee employee) =>
        Input is { } row && IsRowWithId
        && BareId.OfProperty(row, nameof(EmployeeNumber)) is { } number && !string.IsNullOrWhiteSpace(number)
        && employee.EmployeeNumber is { } own && !NameList.IsSameNumber(number, own)
            ? $"The row names two employees: the id {Value} has the employee number '{own}', not '{number}'."
            : null;

    /// <summary>Whether it is a row, such as one of CSV or of a database, in which nothing says whom or what it means.</summary>
    internal bool IsBlankRow => Input is PSObject or DataRow && !IsText && !IsPerson && string.IsNullOrWhiteSpace(Id);

    /// <summary>Whether it is a row of an employee, or made of one by Select-Object: what it lacks, the employee may have.</summary>
    internal bool IsReducedEmployee => Input is PSObject row && (SavedType.IsReduced(row) || _kinds.IsByColumn)
        && IsSurely(Resources.Employees) && !string.IsNullOrWhiteSpace(Id);

    /// <summary>Whether it is a row whose Id hides a number or an e-mail address, by which somebody may be meant.</summary>
    internal bool HidesPerson => Input is { } row && IsRowWithId
        && Array.Exists(PersonColumns, column => !string.IsNullOrWhiteSpace(BareId.OfProperty(row, column)));

    private bool IsRowWithId => Input is not OpenObject && !IsText && Id is not null && (_kinds.Name is null || _kinds.IsByColumn);

    /// <summary>Whether it was given, but is empty.</summary>
    internal bool IsEmpty => Id is not null && string.IsNullOrWhiteSpace(Id);

    private string? Email { get; init; }

    /// <summary>Its kind and id, without a person's data: what errors call it.</summary>
    internal string Name => this switch
    {
        { IsText: true } => $"'{Value}'",
        { IsEmpty: true } or { Id: null } => $"{Article(_kinds.Label)} without an id",
        _ when _kinds.Label is { } kind => $"{kind} {Id}",
        _ => $"an object with the id '{Id}'",
    };

    /// <summary>The name at the beginning of a sentence.</summary>
    internal string Subject => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>The id of whatever was given.</summary>
    /// <param name="given">What the user gave.</param>
    internal static ResourceId Of(object? given) => PipelineInput.Unwrap(given) switch
    {
        ResourceId id => id,
        null => new ResourceId(null, "", ResourceKinds.Any),

        // A node's id is that of its department, which must not be taken for, say, an employee's.
        DepartmentNode node => Of(node.Department),
        Resource resource => new ResourceId(resource, resource.Id, ResourceKinds.Of(resource)),
        Reference reference => new ResourceId(reference, reference.Id, ResourceKinds.Of(reference)),
        var plain when BareId.Of(given) is { } id => new ResourceId(id is ['0', ..] ? id : plain, id, ResourceKinds.Any),
        var other when BareId.OfProperty(other, "Id") is { } id && !string.IsNullOrWhiteSpace(id) =>
            new ResourceId(other, id, ResourceKinds.OfPlain(other)),
        var row => OfRow(row),
    };

    /// <summary>The employee of a number.</summary>
    /// <param name="number">The number.</param>
    internal static ResourceId OfEmployeeNumber(string? number) => number switch
    {
        _ when string.IsNullOrWhiteSpace(number) => new ResourceId(number, "", ResourceKinds.Any),

        // The text of an object holds its members, which no message may repeat.
        _ when InputText.IsObject(number) => new ResourceId(new PSObject(), null, ResourceKinds.Any),
        _ => new ResourceId(number, null, ResourceKinds.Any) { EmployeeNumber = number },
    };

    /// <summary>Whether it may be of a kind: bare text may be of any.</summary>
    /// <param name="wanted">The kind.</param>
    internal bool MayBe(ResourceDescriptor wanted) => _kinds.MayBe(wanted);

    /// <summary>Whether it says itself that it is of a kind, as bare text never does.</summary>
    /// <param name="kind">The kind.</param>
    internal bool IsSurely(ResourceDescriptor kind) => _kinds.IsSurely(kind);

    /// <summary>Why it cannot stand for a resource of a kind; null when it can.</summary>
    /// <param name="wanted">The kind.</param>
    internal string? Problem(ResourceDescriptor wanted) => this switch
    {
        { IsEmpty: true } => "An id cannot be empty.",
        { IsText: true } when IsRange(Value) => $"'{Value}' is text here, not a range. Use parentheses: ({Value}).",
        { Id: null, IsPerson: true } when wanted == Resources.Employees && MayBe(wanted) => null,
        { Id: null } => $"{Subject} is neither an id nor {Article(wanted.Label)}.",
        _ => MayBe(wanted) ? null : $"Expected {Article(wanted.Label)} but got {Name}.",
    };

    /// <summary>The id.</summary>
    public override string ToString() => Value;

    /// <summary>Whether it is the same id, or the same employee number, so that <c>$Id -eq 416</c> holds in a filter of a mock.</summary>
    /// <param name="obj">Another one.</param>
    public override bool Equals(object? obj) => obj is ResourceId other && (Value, EmployeeNumber) == (other.Value, other.EmployeeNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>An object with an empty id or none, which a number or else an address may tell to be an employee.</summary>
    private static ResourceId OfRow(object row)
    {
        var number = Filled("EmployeeNumber");
        var email = number is null ? Filled("Email") ?? Filled("mail") : null;
        var id = (number ?? email) is null ? BareId.OfProperty(row, "Id") : null;
        return new ResourceId(row, id, ResourceKinds.OfPlain(row)) { EmployeeNumber = number, Email = email };

        string? Filled(string property) => BareId.OfProperty(row, property) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    /// <summary>Whether a text is what PowerShell makes of 401..403 in an argument.</summary>
    private static bool IsRange(string text) =>
        text.Split("..") is [{ Length: > 0 } from, { Length: > 0 } to] && from.All(char.IsAsciiDigit) && to.All(char.IsAsciiDigit);

    /// <summary>The kind with its article.</summary>
    internal static string Article(string? kind) => kind is null ? "an object" : $"{(kind[0] is 'a' or 'e' or 'o' ? "an" : "a")} {kind}";
}
