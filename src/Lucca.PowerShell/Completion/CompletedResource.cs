using System.Management.Automation;
using System.Reflection;
using Lucca.Api;
using Lucca.PowerShell.Arguments;

namespace Lucca.PowerShell.Completion;

/// <summary>Finds the kind of resource that a parameter stands for.</summary>
internal static class CompletedResource
{
    private static readonly Lazy<Dictionary<string, Type>> Cmdlets = new(() => typeof(CompletedResource).Assembly.GetExportedTypes()
        .Select(type => (Type: type, Cmdlet: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(type => type.Cmdlet is not null)
        .ToDictionary(type => $"{type.Cmdlet!.VerbName}-{type.Cmdlet.NounName}", type => type.Type, StringComparer.OrdinalIgnoreCase));

    /// <summary>The kind: that of the parameter itself, else the one that the command gets. Null when there is none.</summary>
    public static ResourceDescriptor? Find(string command, string parameter) =>
        Cmdlets.Value.TryGetValue(command.Split('\\')[^1], out var type)
        && (type.GetProperty(parameter)?.GetCustomAttribute<ResourceIdAttribute>()?.Model ?? ModelOf(type)) is { } model
            ? Resources.Of(model)
            : null;

    /// <summary>The model that a cmdlet is written for.</summary>
    private static Type? ModelOf(Type? cmdlet) =>
        cmdlet is null ? null
        : cmdlet.GetProperty("Id")?.GetCustomAttribute<OwnResourceIdAttribute>()?.Resource is { } own ? own
        : cmdlet.GenericTypeArguments.FirstOrDefault(argument => argument.IsSubclassOf(typeof(Resource))) ?? ModelOf(cmdlet.BaseType);
}
