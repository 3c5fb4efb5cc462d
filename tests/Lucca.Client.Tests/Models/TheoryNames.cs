using Xunit;

namespace Lucca.Client.Tests.Models;

/// <summary>Names, one for each run of a theory.</summary>
public sealed class TheoryNames : TheoryData<string>
{
    public TheoryNames(IEnumerable<string> names) => AddRange(names.ToArray());
}
