using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace Lucca.PowerShell.Display;

/// <summary>
/// The days and timestamps of the models as PowerShell sees them: their text is ISO 8601, in tables, CSV and groups, whatever the culture's
/// calendar. Within a string PowerShell writes a date in its own way, and asks nobody.
/// Lucca.Types.ps1xml puts each of these in front of the property of the same name.
/// </summary>
public static class Day
{
    private static readonly ConcurrentDictionary<(Type Model, string Property), PropertyInfo?> Properties = [];

    /// <summary>The first day.</summary>
    /// <param name="instance">The object.</param>
    public static object? StartsOn(PSObject instance) => Of(instance, nameof(StartsOn));

    /// <summary>The last day.</summary>
    /// <param name="instance">The object.</param>
    public static object? EndsOn(PSObject instance) => Of(instance, nameof(EndsOn));

    /// <summary>The last day as first agreed.</summary>
    /// <param name="instance">The object.</param>
    public static object? InitialEndsOn(PSObject instance) => Of(instance, nameof(InitialEndsOn));

    /// <summary>The last day after an extension.</summary>
    /// <param name="instance">The object.</param>
    public static object? ExtendedEndsOn(PSObject instance) => Of(instance, nameof(ExtendedEndsOn));

    /// <summary>The date of birth.</summary>
    /// <param name="instance">The object.</param>
    public static object? BirthDate(PSObject instance) => Of(instance, nameof(BirthDate));

    /// <summary>The first day of what applies.</summary>
    /// <param name="instance">The object.</param>
    public static object? Start(PSObject instance) => Of(instance, nameof(Start));

    /// <summary>The last day of what applies.</summary>
    /// <param name="instance">The object.</param>
    public static object? End(PSObject instance) => Of(instance, nameof(End));

    /// <summary>When the record was made.</summary>
    /// <param name="instance">The object.</param>
    public static object? CreatedAt(PSObject instance) => Of(instance, nameof(CreatedAt));

    /// <summary>When the record was changed last.</summary>
    /// <param name="instance">The object.</param>
    public static object? LastUpdatedAt(PSObject instance) => Of(instance, nameof(LastUpdatedAt));

    /// <summary>When it was archived last.</summary>
    /// <param name="instance">The object.</param>
    public static object? LastArchivedAt(PSObject instance) => Of(instance, nameof(LastArchivedAt));

    /// <summary>When it happened.</summary>
    /// <param name="instance">The object.</param>
    public static object? OccurredAt(PSObject instance) => Of(instance, nameof(OccurredAt));

    /// <summary>When the next attempt is planned.</summary>
    /// <param name="instance">The object.</param>
    public static object? NextAttemptAt(PSObject instance) => Of(instance, nameof(NextAttemptAt));

    private static PSObject? Of(PSObject instance, string property)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var model = instance.BaseObject;
        return Properties.GetOrAdd((model.GetType(), property), static key => key.Model.GetProperty(key.Property))?.GetValue(model) switch
        {
            DateTime day => Wrap(day),
            DateTimeOffset time => TextMethod.Wrap(time, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"),
            _ => null,
        };
    }

    /// <summary>A day that reads as one.</summary>
    internal static PSObject Wrap(DateTime day) => TextMethod.Wrap(day, "yyyy-MM-dd");
}
