using Lucca.Api;
using Lucca.Emulator.Server;
using Xunit;

namespace Lucca.Client.Tests.Embedding;

public sealed class EmbeddedTests
{
    private static readonly ReadOptions Embedded = new() { Include = ["embedded"] };

    [Fact]
    public async Task An_employees_employment_and_job_position_are_reached_through_their_references()
    {
        await using var test = await TestClient.StartAsync();

        var employee = (await test.Client.Employees.GetAsync("416", Embedded, default))!;

        Assert.Equal(employee.ApplicableEmployment!.Id, employee.Employment!.Id);
        Assert.Equal("32", employee.JobPosition!.Department!.Id);
        Assert.Single(test.ApiRequests);
    }

    [Fact]
    public async Task What_a_list_embeds_once_reaches_each_of_its_items()
    {
        await using var test = await TestClient.StartAsync();
        var employees = new List<Employee>();

        await foreach (var page in test.Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], default))
        {
            employees.AddRange(page.Whole());
        }

        Assert.Equal(120, employees.Count);
        Assert.All(employees, employee =>
        {
            Assert.Equal(employee.Id, employee.JobPosition!.Employee!.Id);
            Assert.Equal(employee.ApplicableEmployment!.Id, employee.Employment!.Id);
        });
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Fact]
    public async Task Embedded_under_another_key_or_not_at_all_is_null_and_stays_in_the_JSON()
    {
        var employee = await GetAsync("""
            {"id":"416","type":"employee","applicableEmployment":{"id":"154"},"applicableJobPosition":{"id":"9"},
             "embedded":{"employment":{"4561":{"id":"416","type":"employment"}},"job-position":null}}
            """);

        Assert.Null(employee.Employment);
        Assert.Null(employee.JobPosition);
        Assert.Contains("""{"4561":{"id":"416","type":"employment"}}""", employee.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_counts_even_where_the_id_below_it_differs()
    {
        var employee = await GetAsync("""
            {"id":"416","applicableEmployment":{"id":"321"},"embedded":{"employment":{"321":{"id":"416","type":"employment"}}}}
            """);

        Assert.Equal("416", employee.Employment!.Id);
    }

    [Fact]
    public async Task In_a_cycle_each_resource_stands_once_and_is_named_elsewhere()
    {
        var employee = await GetAsync("""
            {"id":"416","applicableEmployment":{"id":"2"},"applicableJobPosition":{"id":"3"},
             "embedded":{
               "employee":{"416":{"id":"416","applicableEmployment":{"id":"2"},"applicableJobPosition":{"id":"3"}}},
               "employment":{"2":{"id":"2","employee":{"id":"416"}}},
               "job-position":{"3":{"id":"3","employee":{"id":"416"},"employment":{"id":"2"},"department":{"id":"7"}}},
               "department":{"7":{"id":"7","name":"Finance","manager":{"id":"416"}}}}}
            """);

        Assert.Equal("2", employee.Employment!.Id);
        Assert.IsType<Department>(employee.JobPosition!.Department);
        Assert.Equal("Finance", employee.JobPosition.Department.ToString());
        Assert.All([employee.Employment.Employee, employee.JobPosition.Employee], reference =>
        {
            Assert.IsNotType<Employee>(reference, exactMatch: false);
            Assert.Equal(employee, reference);
        });
    }

    private static async Task<Employee> GetAsync(string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "/employees/", Kind = FaultKind.Status, Status = 200, Body = body });
        return (await test.Client.Employees.GetAsync("416", Embedded, default))!;
    }
}
