using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Tests that look at the whole process, and so run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
