using Xunit;

namespace Lucca.PowerShell.Tests;

/// <summary>A theory that needs a PowerShell with Pester, and is shown as skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PwshTheoryAttribute : TheoryAttribute
{
    public PwshTheoryAttribute() => Skip = Pwsh.Missing;
}
