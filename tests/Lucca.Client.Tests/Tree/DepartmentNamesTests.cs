using Lucca.Api;
using Lucca.Client.Tests.Faults;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Tree;

/// <summary>The names of departments come from their list, which is read again when it is old or lacks one.</summary>
public sealed class DepartmentNamesTests
{
    private readonly JumpClock _clock = new();
    private readonly DepartmentNames _names;

    public DepartmentNamesTests() => _names = new DepartmentNames(_clock);

    [Fact]
    public async Task The_list_is_good_for_ten_minutes()
    {
        await using var test = await TestClient.StartAsync();
        Assert.Equal("Finances", (await NameAsync(test)).Name);
        _clock.Advance(TimeSpan.FromMinutes(9.9));
        await NameAsync(test);
        Assert.Equal(1, ListsRead(test));
        _clock.Advance(TimeSpan.FromMinutes(0.2));
        await NameAsync(test);
        Assert.Equal(2, ListsRead(test));
    }

    [Fact]
    public async Task A_department_that_the_list_lacks_is_looked_for_again_after_a_minute()
    {
        await using var test = await TestClient.StartAsync();
        _names.Begin()([new Department { Id = "1", Name = "Direction" }], true);
        Assert.IsNotType<DepartmentReference>(await ReferenceAsync(test));
        Assert.Equal(0, ListsRead(test));
        _clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("Finances", (await NameAsync(test)).Name);
        Assert.Equal(1, ListsRead(test));
    }

    [Fact]
    public async Task That_the_key_may_not_read_departments_is_remembered_as_long()
    {
        await using var test = await TestClient.StartAsync(
            new TenantOptions { GrantedScopes = ["employees.readonly", "job-positions.readonly"] });
        for (var time = 0; time < 2; time++)
        {
            var naming = new DepartmentNaming(test.Client, _names);
            await naming.AddAsync([await EmployeeAsync(test)], default);
            Assert.Contains("departments.readonly", naming.Refusal!.Message, StringComparison.Ordinal);
            Assert.Null(naming.TakeFailure());
        }

        Assert.Equal(2, test.TokenRequests.Count(request => request.Form!["scope"].Contains("departments", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failure_is_said_once_and_not_remembered()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "departments", Times = 1, Kind = FaultKind.Status, Status = 503 });
        var naming = new DepartmentNaming(test.Client, _names);
        var employee = await EmployeeAsync(test);
        await naming.AddAsync([employee], default);
        await naming.AddAsync([employee], default);
        Assert.Equal(LuccaErrorKind.Unavailable, naming.TakeFailure()!.Kind);
        Assert.Null(naming.TakeFailure());
        Assert.Equal(1, ListsRead(test));
        Assert.Equal("Finances", (await NameAsync(test)).Name);
    }

    [Fact]
    public async Task Departments_in_a_circle_and_one_without_a_name_have_paths()
    {
        await using var test = await TestClient.StartAsync();
        var ring = new[] { Department("32", "A", "33"), Department("33", "B", "32"), Department("34", null, "33") };
        _names.Begin()(ring, true);
        Assert.Equal("A", (await NameAsync(test)).Path);
        var naming = new DepartmentNaming(test.Client, _names);
        await naming.AddAsync(ring, default);
        Assert.Equal(["A", "A/B", "A/B/34"], ring.Select(one => one.Path));
        Assert.Equal(new DepartmentTree(ring).Nodes().Select(node => node.Path), ring.Select(one => one.Path));
    }

    [Fact]
    public async Task What_is_below_an_unknown_department_has_a_name_and_no_path()
    {
        await using var test = await TestClient.StartAsync();
        _names.Begin()([Department("32", "Finances", "1"), Department("33", "Accounting", "32")], true);
        var named = await NameAsync(test);
        Assert.Equal(("Finances", null), (named.Name, named.Path));
        var accounting = Department("33", "Accounting", "32");
        await new DepartmentNaming(test.Client, _names).AddAsync([accounting], default);
        Assert.Null(accounting.Path);
    }

    [Fact]
    public async Task A_department_that_was_renamed_or_is_new_has_the_path_of_now()
    {
        await using var test = await TestClient.StartAsync();
        _names.Begin()([new Department { Id = "32", Name = "Finances" }, Department("33", "Former", "32")], true);
        var (renamed, added) = (Department("33", "Accounting", "32"), Department("99", "New", "32"));
        await new DepartmentNaming(test.Client, _names).AddAsync([renamed, added], default);
        Assert.Equal(("Finances/Accounting", "Finances/New"), (renamed.Path, added.Path));
        Assert.Equal(0, ListsRead(test));
    }

    [Fact]
    public async Task A_list_that_may_lack_somebody_is_good_for_a_minute()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.MalformedItem, Times = 1 });
        await ReferenceAsync(test);
        await ReferenceAsync(test);
        Assert.Equal(1, ListsRead(test));
        _clock.Advance(TimeSpan.FromMinutes(1.1));
        await ReferenceAsync(test);
        Assert.Equal(2, ListsRead(test));
    }

    [Fact]
    public async Task A_list_that_began_before_a_write_is_not_kept()
    {
        await using var test = await TestClient.StartAsync();
        var note = _names.Begin();
        _names.Clear();
        note([new Department { Id = "32", Name = "Former" }], true);
        Assert.Equal("Finances", (await NameAsync(test)).Name);
        Assert.Equal(1, ListsRead(test));
    }

    [Fact]
    public async Task Who_waits_for_the_names_can_be_stopped()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Delay = 60_000 });
        using var reader = new CancellationTokenSource();
        using var waiter = new CancellationTokenSource();
        var reads = new DepartmentNaming(test.Client, _names).AddAsync([await EmployeeAsync(test)], reader.Token);
        var waits = new DepartmentNaming(test.Client, _names).AddAsync([await EmployeeAsync(test)], waiter.Token);
        await waiter.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        await reader.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => reads);
    }

    [Fact]
    public async Task Thousands_of_references_share_those_of_a_few_departments()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 300 });
        var naming = new DepartmentNaming(test.Client, _names);
        var pages = test.Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], CancellationToken.None);
        var references = new List<Reference>();
        await foreach (var page in naming.AddAsync(pages, CancellationToken.None))
        {
            references.AddRange(page.Whole().Select(employee => employee.JobPosition!.Department!));
        }

        Assert.Equal(300, references.Count);
        Assert.All(references, one => Assert.IsType<DepartmentReference>(one));
        Assert.Equal(
            references.Select(one => one.Id).Distinct().Count(), references.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    private static int ListsRead(TestClient test) => test.ApiRequests.Count(request => request.Path == "/lucca-api/departments");

    private static Department Department(string id, string? name, string parent) =>
        new() { Id = id, Name = name, Parent = new Reference { Id = parent, Type = "department" } };

    private static async Task<Employee> EmployeeAsync(TestClient test) =>
        (await test.Client.Employees.GetAsync("416", new ReadOptions { Include = ["embedded"] }, default))!;

    private async Task<Reference> ReferenceAsync(TestClient test)
    {
        var employee = await EmployeeAsync(test);
        await new DepartmentNaming(test.Client, _names).AddAsync([employee], default);
        return employee.JobPosition!.Department!;
    }

    private async Task<DepartmentReference> NameAsync(TestClient test) => Assert.IsType<DepartmentReference>(await ReferenceAsync(test));
}
