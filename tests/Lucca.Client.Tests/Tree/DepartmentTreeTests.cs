using Lucca.Api;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Tree;

public sealed class DepartmentTreeTests
{
    private static readonly Department[] Company =
    [
        Make("4", parent: "2", sortOrder: 0, name: "Accounting"),
        Make("2", parent: "1", sortOrder: 1, name: "Finance", isArchived: true),
        Make("1", name: "Group"),
        Make("3", parent: "1", sortOrder: 0, name: "Sales"),
        Make("5", parent: "2", sortOrder: 1, name: "Audit"),
    ];

    [Fact]
    public void Nodes_come_in_reading_order_with_depth_path_and_children()
    {
        var nodes = new DepartmentTree(Company).Nodes();

        Assert.Equal(
            ["Group", "Group/Sales", "Group/Finance", "Group/Finance/Accounting", "Group/Finance/Audit"], nodes.Select(node => node.Path));
        Assert.Equal([1, 2, 2, 3, 3], nodes.Select(node => node.Depth));
        Assert.Equal(["3", "2"], nodes[0].Children.Select(child => child.Id));
    }

    [Fact]
    public void Branches_are_drawn()
    {
        var lines = new DepartmentTree([.. Company, Make("6", parent: "3", name: "Retail"), Make("7", name: "Other")])
            .Nodes().Select(node => node.Branch + node.Name);

        Assert.Equal(["Group", "├─ Sales", "│  └─ Retail", "└─ Finance", "   ├─ Accounting", "   └─ Audit", "Other"], lines);
    }

    [Fact]
    public void Siblings_without_an_index_come_last_by_name()
    {
        var tree = new DepartmentTree(
            [Make("1", name: "b"), Make("2", name: "A"), Make("3", name: "z", sortOrder: 0), Make("5", name: "b"), Make("4", name: null)]);

        Assert.Equal(["3", "4", "2", "1", "5"], tree.Nodes().Select(node => node.Id));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("finance")]
    public void A_branch_keeps_its_depth_and_path_and_is_drawn_from_its_own_root(string root)
    {
        var nodes = new DepartmentTree(Company).Nodes(root);

        Assert.Equal(["Group/Finance", "Group/Finance/Accounting", "Group/Finance/Audit"], nodes.Select(node => node.Path));
        Assert.Equal(["", "├─ ", "└─ "], nodes.Select(node => node.Branch));
    }

    [Fact]
    public void A_branch_that_is_not_there_is_not_found() =>
        Assert.Equal(LuccaErrorKind.NotFound, Assert.Throws<LuccaException>(() => new DepartmentTree(Company).Nodes("Legal")).Kind);

    [Fact]
    public void What_is_below_a_hidden_department_keeps_its_path_and_hangs_on_the_nearest_shown()
    {
        var nodes = new DepartmentTree(Company).Nodes(isShown: department => department.IsArchived is not true);

        Assert.Equal(["Group", "Group/Sales", "Group/Finance/Accounting", "Group/Finance/Audit"], nodes.Select(node => node.Path));
        Assert.Equal(["3", "4", "5"], nodes[0].Children.Select(child => child.Id));
        Assert.Equal("└─ ", nodes[3].Branch);
    }

    [Fact]
    public void An_orphan_becomes_a_root() =>
        Assert.Equal(
            ["Lost", "Lost/Below"],
            new DepartmentTree([Make("2", parent: "1", name: "Below"), Make("1", parent: "99", name: "Lost")])
                .Nodes().Select(node => node.Path));

    [Fact]
    public void A_cycle_is_cut_once_at_its_highest_member_and_told()
    {
        var tree = new DepartmentTree(
            [
                Make("1", parent: "3", level: 3), Make("2", parent: "1", level: 2), Make("3", parent: "2", level: 3),
                Make("4", parent: "3"), Make("5", parent: "5"),
            ]);

        Assert.Equal([["2", "3", "1"], ["5"]], tree.Cycles.Select(cycle => cycle.Select(one => one.Id).ToArray()));
        Assert.Equal(["2", "2/3", "2/3/1", "2/3/4", "5"], tree.Nodes().Select(node => node.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_chain_deeper_than_any_stack_is_built()
    {
        const int Depth = 200_000;
        var tree = new DepartmentTree(Enumerable.Range(1, Depth).Select(id => Make($"{id}", parent: id > 1 ? $"{id - 1}" : null)));

        Assert.Equal(Depth, tree.Nodes()[^1].Depth);
    }

    internal static Department Make(
        string id, string? parent = null, int? sortOrder = null, string? name = "", int? level = null, bool? isArchived = null) =>
        new()
    {
        Id = id,
        Parent = parent is null ? null : new Reference { Id = parent },
        SortOrder = sortOrder,
        Name = name,
        Level = level,
        IsArchived = isArchived,
    };
}
