using System.Reflection;
using System.Runtime.Loader;

namespace Lucca.Loader;

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
