using Lucca.Api;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// Gives the departments of what a command emits their names, unasked, with one <see cref="DepartmentNaming"/> a session.
/// </summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="isHopeless">Whether the tenant has failed to give departments already, in the session at work.</param>
internal sealed class NamedDepartments(SessionCmdlet cmdlet, Func<bool> isHopeless)
{
    private readonly Dictionary<LuccaSession, DepartmentNaming> _namings = [];
    private readonly HashSet<LuccaSession> _refused = [];

    private DepartmentNaming Naming
    {
        get
        {
            if (!_namings.TryGetValue(cmdlet.CurrentSession, out var naming))
            {
                naming = new DepartmentNaming(cmdlet.Client, cmdlet.CurrentSession.Departments) { IsHopeless = isHopeless };
                _namings.Add(cmdlet.CurrentSession, naming);
            }

            return naming;
        }
    }

    /// <summary>Whether a model refers to departments.</summary>
    public static bool AreIn(Type model) => ReferenceMembers.Of(model).Any(member => member.Model == typeof(Department));

    /// <summary>Names the departments of a list's pages as they come.</summary>
    public IAsyncEnumerable<Page<T>> Name<T>(IAsyncEnumerable<Page<T>> pages)
        where T : Resource => Naming.AddAsync(pages, cmdlet.StopToken);

    /// <summary>Names the departments of what came together.</summary>
    public void Name(IEnumerable<Resource?> resources)
    {
        var naming = Naming;
        cmdlet.Await(token => naming.AddAsync([.. resources.OfType<Resource>()], token));
        WriteUnnamed();
    }

    /// <summary>Nobody asked for the names: that a key may not read them is no error. That the tenant does not answer is one.</summary>
    public void WriteUnnamed()
    {
        if (Naming.TakeFailure() is { } failure)
        {
            const string Consequence = " Departments without a name stay ids. This error appears once. -Expand @() requests no names.";
            cmdlet.WriteError(ErrorRecords.From(failure, null, cmdlet.CurrentSession.Uri, consequence: Consequence));
        }

        if (Naming.Refusal is { } refusal && _refused.Add(cmdlet.CurrentSession))
        {
            cmdlet.WriteVerbose(
                $"Departments stay ids: for their names the integration key needs the scope {Resources.Departments.ReadScope}. "
                + refusal.Message);
        }
    }
}
