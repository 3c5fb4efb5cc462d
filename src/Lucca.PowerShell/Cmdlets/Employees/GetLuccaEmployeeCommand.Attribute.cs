using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Values of fields as properties of the employees.</content>
public sealed partial class GetLuccaEmployeeCommand
{
    private readonly Dictionary<LuccaSession, AttributeColumns> _columns = [];
    private readonly HashSet<(LuccaSession Session, string Field)> _checked = [];

    /// <summary>Fields to add as properties: definitions' ids or names, with wildcards; <c>*</c> for the tenant's own.</summary>
    [Parameter]
    [SupportsWildcards]
    [ResourceId<EmployeeAttributeDefinition>]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public ResourceId[]? Attribute { get; set; }

    /// <summary>The day on which the values of -Attribute apply. Default: today; in the emulator, its day.</summary>
    [Parameter]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateOnly? AsOf { get; set; }

    private AttributeColumns? Columns
    {
        get
        {
            if (Attribute is null)
            {
                return null;
            }

            if (!_columns.TryGetValue(CurrentSession, out var columns))
            {
                _columns.Add(
                    CurrentSession,
                    columns = new AttributeColumns(Client, FindFields(Attribute), AsOf ?? CurrentSession.Today));
            }

            return columns;
        }
    }

    private protected override IAsyncEnumerable<Page<Employee>> Expanded(IAsyncEnumerable<Page<Employee>> pages)
    {
        var expanded = base.Expanded(pages);
        return Columns is { } columns ? columns.AddAsync(expanded, Paging.Window(PagingParameters, 0), StopToken) : expanded;
    }

    internal override void ExpandAll(IEnumerable<Employee?> resources)
    {
        Employee[] employees = [.. resources.OfType<Employee>()];
        base.ExpandAll(employees);
        if (Columns is { } columns)
        {
            Await(token => columns.AddAsync(employees, expected: 0, token));
            WriteMissed();
        }
    }

    private protected override void WriteMissed()
    {
        base.WriteMissed();
        ReportUnknownFields(CurrentSession);
        foreach (var failure in Columns?.TakeFailures() ?? [])
        {
            Report(failure, Attribute);
        }
    }

    private static void AddAttributes(Employee employee)
    {
        foreach (var (name, value) in employee.Attributes ?? [])
        {
            NoteMember.TryAdd(PSObject.AsPSObject(employee), name, () => Shown(value));
        }
    }

    private static object? Shown(object? value) => value switch
    {
        DateTime day => Day.Wrap(day),
        long or decimal or double => TextMethod.Wrap((IFormattable)value, "G"),
        Values<object?> several => Values<object?>.Of(several.Select(Shown)),
        _ => value,
    };

    /// <summary>
    /// Looks, once, for the fields of which no value came, before the row is written: of a mistyped id, everybody would lack a value.
    /// </summary>
    private void ReportUnknownFields(LuccaSession session)
    {
        // A field that Lucca built in, such as employee.givenName, may have no definition that can be read.
        var all = _columns.GetValueOrDefault(session)?.Empty ?? [];
        string[] empty = [.. all.Where(id => !id.Contains('.') && _checked.Add((session, id)))];
        if (empty.Length == 0)
        {
            return;
        }

        try
        {
            var fields = Await(ReadDefinitionsAsync);
            var names = new NameList(Resources.EmployeeAttributeDefinitions, [.. fields.Select(NamedResource.Of)]);
            ErrorRecord[] unknown =
            [
                .. empty.Where(id => !fields.Any(field => id.Equals(field.Id, StringComparison.OrdinalIgnoreCase)))
                    .Select(id => FieldError(names.FindId(id, StopToken), id)),
            ];
            Array.ForEach(unknown[..^Math.Min(1, unknown.Length)], WriteError);
            if (unknown is [.., var last])
            {
                throw ErrorRecords.EndOfScript(last, this);
            }
        }
        catch (LuccaException failure)
        {
            var whether = empty.Length == 1 ? "it exists" : "they exist";
            WriteVerbose($"Nobody has a value of {string.Join(", ", empty)}. Whether {whether} could not be checked: {failure.Message}");
        }
    }

    /// <summary>The ids of the fields. What means none ends the command: a column would be missing from every row.</summary>
    private List<string> FindFields(ResourceId[] given)
    {
        var ids = new List<string>();
        IReadOnlyList<EmployeeAttributeDefinition>? all = null;
        foreach (var one in given)
        {
            try
            {
                var isPattern = one.IsText && WildcardPattern.ContainsWildcardCharacters(one.Value);
                all ??= isPattern ? Await(ReadDefinitionsAsync) : null;
                ids.AddRange(isPattern
                    ? Matching(all!, one.Value)
                    : Resolver.Find(Resources.EmployeeAttributeDefinitions, [one])[0].Require().Select(field => field.Id));
            }
            catch (LuccaException failure)
            {
                throw ErrorRecords.EndOfScript(FieldError(failure, one.Input), this);
            }
        }

        return [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private ErrorRecord FieldError(LuccaException error, object? field) => ErrorRecords.From(
        error,
        field,
        CurrentSession.Uri,
        error.Kind == LuccaErrorKind.NotFound ? GetLuccaEmployeeAttributeDefinitionCommand.MissingField : null);

    private static string[] Matching(IReadOnlyList<EmployeeAttributeDefinition> all, string text)
    {
        var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        string[] ids =
        [
            .. all.Where(field => text == "*"
                ? field.Id.StartsWith(Resources.EmployeeAttributeDefinitions.IdPrefix!, StringComparison.Ordinal)
                && field.IsArchived is not true
                : pattern.IsMatch(field.Id) || pattern.IsMatch(field.Name ?? "")).Select(field => field.Id),
        ];
        return ids.Length > 0 || text == "*"
            ? ids
            : throw new LuccaException(
                LuccaErrorKind.NotFound, $"No field matches '{text}'. Get-LuccaEmployeeAttributeDefinition lists them.");
    }

    private async Task<IReadOnlyList<EmployeeAttributeDefinition>> ReadDefinitionsAsync(CancellationToken cancellationToken)
    {
        var all = new List<EmployeeAttributeDefinition>();
        var pages = Client.Of(Resources.EmployeeAttributeDefinitions).PagesAsync([], ListWindow.All, [], cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            all.AddRange(page.Items(MalformedItemError.Throw));
        }

        return all;
    }
}
