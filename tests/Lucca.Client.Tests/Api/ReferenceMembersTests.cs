using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>Every reference of every resource can be expanded, but for those that would cost a request each.</summary>
public sealed class ReferenceMembersTests
{
    /// <summary>Without a list, without a path at all, or embedded already (docs/api.md#resources).</summary>
    private static readonly string[] Alone =
    [
        "Portrait", "Document", "WorkingTimeArrangement", "ApplicableEmployment", "ApplicableJobPosition",
    ];

    [Fact]
    public void Every_reference_can_be_expanded()
    {
        foreach (var model in Resources.All.Select(resource => resource.Model).Where(model => model != typeof(Portrait)))
        {
            var row = model == typeof(Employee) ? typeof(EmployeeRow) : model;
            Assert.Empty(
                References(row).Except(Alone).Except(
                    ReferenceMembers.Of(model).Select(member => member.Name)).Select(name => $"{model.Name}.{name}"));
        }
    }

    [Fact]
    public void What_can_be_expanded_is_there_and_has_a_list() =>
        Assert.All(Resources.All, resource => Assert.All(ReferenceMembers.Of(resource.Model), member =>
        {
            Assert.True(Resources.Of(member.Model).HasList, member.Name);
            Assert.Contains(member.Name, References(resource.Model == typeof(Employee) ? typeof(EmployeeRow) : resource.Model));
        }));

    private static IEnumerable<string> References(Type model) => model.GetProperties()
        .Where(
            property =>
                typeof(Reference).IsAssignableFrom(property.PropertyType)
                    || typeof(IEnumerable<Reference>).IsAssignableFrom(property.PropertyType))
        .Select(property => property.Name);
}
