using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Lucca.Loader;

/// <summary>
/// The bridge between the cmdlets, which PowerShell loads as it loads all modules, and the assemblies that they work with, which are
/// loaded apart from everybody else's: another module may hold another version of Duende.IdentityModel, before this one or after it.
/// </summary>
/// <remarks>
/// This assembly is a nested module of the manifest, so PowerShell calls it before it looks at the cmdlets, whose base types are
/// already in the other room. It must not refer to any assembly of that room itself.
/// </remarks>
public sealed class ModuleLoader : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string Client = "Lucca.Client";

    // What the cmdlets refer to. A dependency of these is nothing to offer to others, who may look for their own.
    private static readonly HashSet<string> Offered = [Client, "Lucca.Emulator"];

    private static readonly Lock Gate = new();
    private static readonly ConditionalWeakTable<Runspace, object> Importers = [];
    private static DependencyContext? _context;

    /// <summary>Called for each import, in whichever runspace; it may be called more than once for one.</summary>
    public void OnImport()
    {
        lock (Gate)
        {
            if (_context is null)
            {
                var folder = Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!;
                _context = new DependencyContext(Path.Combine(folder, "Dependencies"));

                // Lucca.OneCopy.psm1 refuses a second copy by this.
                AppContext.SetData("Lucca.Module", folder);

                // It stays: cmdlets that are loaded are never unloaded, and may need more of their assemblies at any time.
                AssemblyLoadContext.Default.Resolving += Resolve;
            }

            Importers.AddOrUpdate(Runspace.DefaultRunspace, this);
            TypeNames.Show(_context.LoadFromAssemblyName(new AssemblyName(Client)));
        }
    }

    /// <summary>Called when the module is removed from a runspace. The last takes the names of the types along.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (Gate)
        {
            Importers.Remove(Runspace.DefaultRunspace);
            if (!Importers.Any(importer => importer.Key.RunspaceStateInfo.State == RunspaceState.Opened))
            {
                TypeNames.Hide();
            }
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName assemblyName) =>
        Offered.Contains(assemblyName.Name!) ? _context!.LoadFromAssemblyName(assemblyName) : null;
}

/// <summary>
/// A room of their own for the module's assemblies but the cmdlets: what is in the folder beside the module is loaded from there and
/// nowhere else, and nobody outside sees it. Everything else, .NET and PowerShell, is shared with the process.
/// </summary>
internal sealed class DependencyContext(string folder) : AssemblyLoadContext("Lucca")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
