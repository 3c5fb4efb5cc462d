using System.Management.Automation;
using System.Reflection;
using Lucca.PowerShell.Binding;

namespace Lucca.PowerShell.Completion;

/// <summary>Finds the cmdlet that lists what a parameter's ids belong to.</summary>
internal static class CompletableCommands
{
    private static readonly Lazy<Dictionary<string, Type>> Types = new(() => typeof(CompletableCommands).Assembly.GetExportedTypes()
        .Select(type => (Type: type, Cmdlet: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(type => type.Cmdlet is not null)
        .ToDictionary(type => $"{type.Cmdlet!.VerbName}-{type.Cmdlet.NounName}", type => type.Type, StringComparer.OrdinalIgnoreCase));

    /// <summary>That cmdlet: for a filter the one of the model that the filter relates to, else the command itself. Null when there is none.</summary>
    public static ICompletable? Find(string command, string parameter)
    {
        if (!Types.Value.TryGetValue(command.Split('\\')[^1], out var type))
        {
            return null;
        }

        return type.GetProperty(parameter)?.GetCustomAttribute<FilterAttribute>()?.Related is { } model
            ? All().FirstOrDefault(candidate => candidate.Model == model)
            : Create(type);
    }

    private static IEnumerable<ICompletable> All() => Types.Value.Values.Select(Create).OfType<ICompletable>();

    private static ICompletable? Create(Type type) => typeof(ICompletable).IsAssignableFrom(type) ? (ICompletable)Activator.CreateInstance(type)! : null;
}
