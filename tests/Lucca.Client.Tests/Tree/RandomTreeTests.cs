using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Tree;

public sealed class RandomTreeTests(ITestOutputHelper output)
{
    [Fact]
    public void Whatever_the_parents_each_department_appears_once_below_its_parent()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            Check(Departments(random));
        }
    }

    // Any parent, itself and ones that are not there included, in any order: cycles and orphans are frequent.
    private static Department[] Departments(Random random)
    {
        var count = random.Next(1, 40);
        var departments = Enumerable.Range(1, count)
            .Select(
                id =>
                    DepartmentTreeTests.Make(
                        $"{id}", random.Next(4) == 0 ? null : $"{random.Next(1, count + 5)}", random.Next(3), $"Name {random.Next(5)}"))
            .ToArray();
        random.Shuffle(departments);
        return departments;
    }

    private static void Check(Department[] departments)
    {
        var tree = new DepartmentTree(departments);
        var nodes = tree.Nodes();
        var ids = departments.Select(department => department.Id).ToHashSet();
        var cut = tree.Cycles.Select(cycle => cycle[0].Id).ToHashSet();
        var parents = nodes.SelectMany(node => node.Children.Select(child => (child.Id, Parent: node)))
            .ToDictionary(pair => pair.Id, pair => pair.Parent);

        Assert.Equal(ids.Order(), nodes.Select(node => node.Id).Order());
        Assert.All(nodes, node =>
        {
            var isRoot = node.Department.Parent is not { } parent || !ids.Contains(parent.Id) || cut.Contains(node.Id);
            Assert.Equal(isRoot ? null : node.Department.Parent!.Id, parents.GetValueOrDefault(node.Id)?.Id);
            Assert.Equal(isRoot ? 1 : parents[node.Id].Depth + 1, node.Depth);
            Assert.Equal(isRoot ? node.Name : parents[node.Id].Path + "/" + node.Name, node.Path);
            Assert.Equal((node.Depth - 1) * 3, node.Branch.Length);
        });
        Assert.All(tree.Cycles, cycle => Assert.All(cycle.Skip(1).Zip(cycle), pair => Assert.Equal(pair.Second.Id, pair.First.Parent!.Id)));
        Assert.Equal(Preorder(nodes.Where(node => node.Depth == 1)), nodes);
    }

    private static IEnumerable<DepartmentNode> Preorder(IEnumerable<DepartmentNode> siblings) =>
        siblings.SelectMany(node => Preorder(node.Children).Prepend(node));
}
