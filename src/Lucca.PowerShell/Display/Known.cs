using System.Management.Automation;

namespace Lucca.PowerShell.Display;

/// <summary>What PowerShell finds on a resource by name, though no list, JSON or CSV shows it.</summary>
public static class Known
{
    /// <summary>What a person would call the resource; its id where that is not known, since nothing would look like an answer.</summary>
    /// <param name="instance">The resource.</param>
    public static object? Name(PSObject instance) => Of(instance)?.ToString();

    /// <summary>The employment that came along with an employee.</summary>
    /// <param name="instance">The employee.</param>
    public static object? Employment(PSObject instance) => (Of(instance) as Employee)?.Employment;

    /// <summary>The job position that came along with an employee.</summary>
    /// <param name="instance">The employee.</param>
    public static object? JobPosition(PSObject instance) => (Of(instance) as Employee)?.JobPosition;

    private static Resource? Of(PSObject? instance) => instance?.BaseObject as Resource;
}
