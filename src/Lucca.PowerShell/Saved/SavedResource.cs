using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>
/// A resource that was read from a file, as the model that it once was. Commands need that of one that is related to what they get, such as
/// the employee of a portrait.
/// </summary>
internal sealed class SavedResource
{
    /// <summary>Deeper than any resource. A file can hold what contains itself.</summary>
    private const int MaxDepth = 32;

    /// <summary>A small file can hold one value many times, at each level.</summary>
    private const int MaxValues = 100_000;

    private readonly object _whole;
    private int _depth;
    private int _values;

    private SavedResource(object whole) => _whole = whole;

    /// <summary>The resource; null for what does not say which kind it is, or has no id.</summary>
    /// <exception cref="BadArgumentException">It is nested too deep, or too large.</exception>
    public static Resource? Of(ResourceId given) =>
        given.Input is PSObject saved && !string.IsNullOrWhiteSpace(given.Id) && Resources.All.FirstOrDefault(given.IsSurely) is { } kind
            ? (Resource)Read(saved, kind.Model, [])
            : null;

    /// <summary>A model with all that it can hold of what was saved.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="model">The model.</param>
    /// <param name="read">Takes the names of what it holds now.</param>
    /// <exception cref="BadArgumentException">It is nested too deep, or too large.</exception>
    public static OpenObject Read(PSObject saved, Type model, HashSet<string> read) =>
        new SavedResource(saved).ReadPart(saved, model, read);

    private OpenObject ReadPart(PSObject saved, Type model, HashSet<string> read)
    {
        var part = (OpenObject)Activator.CreateInstance(model)!;
        foreach (var property in model.GetProperties().Where(property => property.CanWrite))
        {
            if (saved.Properties[property.Name]?.Value is { } value && TryConvert(value, property.PropertyType) is { } known)
            {
                property.SetValue(part, known);
                read.Add(property.Name);
            }
        }

        return part;
    }

    // A reference without a name is saved as its id. A moment is saved in parts, or deeper as text to the second, which is not that moment.
    private object? TryConvert(object value, Type wanted) => value switch
    {
        _ when wanted == typeof(Reference) => ReferenceOf(value),
        _ when wanted == typeof(Values<Reference>) => Several(value, ReferenceOf),
        _ when wanted == typeof(Values<string>) => Several(value, TextOf),
        PSObject saved when wanted.IsSubclassOf(typeof(OpenObject)) => Within(() => ReadPart(saved, wanted, [])),
        _ when wanted == typeof(object) => Plain(value),
        _ when wanted == typeof(Translations) =>
            ByName<Translations, Members<string?>>(value, texts => ByName<Members<string?>, string>(texts, TextOf)),
        _ when wanted == typeof(Members<PropertyDescription?>) =>
            ByName<Members<PropertyDescription?>, PropertyDescription>(
                value,
                one => one is PSObject saved ? (PropertyDescription)Within(() => ReadPart(saved, typeof(PropertyDescription), [])) : null),
        _ when Nullable.GetUnderlyingType(wanted) == typeof(DateTimeOffset) => TimestampOf(value),
        _ => LanguagePrimitives.TryConvertTo(value, wanted, CultureInfo.InvariantCulture, out var known) ? known : null,
    };

    /// <summary>JSON without a model, which a file holds as hashtables and lists of PowerShell's.</summary>
    private object? Plain(object? saved) => Within<object?>(() => PipelineInput.Unwrap(saved) switch
    {
        string text => text,
        IDictionary members => new PlainMembers(members.Cast<DictionaryEntry>()
            .ToDictionary(member => member.Key.ToString()!, member => Plain(member.Value), StringComparer.OrdinalIgnoreCase)),
        IEnumerable items => Values<object?>.Of(items.Cast<object?>().Select(Plain)),
        var other => other,
    });

    private T Within<T>(Func<T> read)
    {
        if (++_depth > MaxDepth || ++_values > MaxValues)
        {
            throw new BadArgumentException(
                $"{ResourceId.Of(_whole).Subject} is nested deeper than {MaxDepth} levels, or has more than {MaxValues} parts.",
                _whole,
                advice: "Get the object again: its file was changed after it was saved.") { IsBeforeCall = false };
        }

        var result = read();
        _depth--;
        return result;
    }

    private static DateTimeOffset? TimestampOf(object value) =>
        value is PSObject parts
            && parts.Properties["DateTime"]?.Value is DateTime time
            && parts.Properties["Offset"]?.Value is TimeSpan offset
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), offset)
            : null;

    /// <summary>What a dictionary held; null for what is none.</summary>
    private static TMembers? ByName<TMembers, T>(object? value, Func<object?, T?> read)
        where TMembers : Dictionary<string, T?>, new()
    {
        if (PipelineInput.Unwrap(value) is not IDictionary saved)
        {
            return null;
        }

        var members = new TMembers();
        foreach (DictionaryEntry member in saved)
        {
            members[member.Key.ToString()!] = read(member.Value);
        }

        return members;
    }

    private static string? TextOf(object? value) => PipelineInput.Unwrap(value)?.ToString();

    private static Reference? ReferenceOf(object value) => PipelineInput.Unwrap(value) as Reference
        ?? ((BareId.Of(value) ?? BareId.OfProperty(value, "Id")) is { Length: > 0 } id ? new Reference { Id = id } : null);

    private static Values<T> Several<T>(object value, Func<object, T?> read)
        where T : class => Values<T>.Of((LanguagePrimitives.GetEnumerable(value)?.Cast<object>() ?? []).Select(read).OfType<T>());
}
