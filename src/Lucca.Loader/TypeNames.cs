using System.Management.Automation;
using System.Reflection;

namespace Lucca.Loader;

/// <summary>
/// Makes types known to scripts by their names, as <c>[Lucca.Department]</c>. PowerShell looks for a type in the default context alone,
/// or among its type accelerators; those hold for all runspaces of the process.
/// </summary>
internal static class TypeNames
{
    // The accelerators have no public interface, but one that PowerShell's own documentation shows (about_Classes).
    private static readonly Type? Accelerators = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators");
    private static readonly Action<string, Type>? Add = Accelerators?.GetMethod(
        nameof(Add), [typeof(string), typeof(Type)])?.CreateDelegate<Action<string, Type>>();
    private static readonly Func<string, bool>? Remove = Accelerators?.GetMethod(
        nameof(Remove), [typeof(string)])?.CreateDelegate<Func<string, bool>>();

    private static Type[] _known = [];

    /// <summary>Makes the public types of an assembly known; once is enough.</summary>
    public static void Show(Assembly assembly)
    {
        if (_known.Length == 0)
        {
            _known = assembly.GetExportedTypes();
            Array.ForEach(_known, type => Add?.Invoke(type.FullName!, type));
        }
    }

    /// <summary>Takes the names away again.</summary>
    public static void Hide()
    {
        Array.ForEach(_known, type => Remove?.Invoke(type.FullName!));
        _known = [];
    }
}
