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

        Assert.Equal(employee.ApplicableEmployment!.Id, Assert.IsType<Employment>(employee.ApplicableEmployment.Resource).Id);
        Assert.Equal("32", Assert.IsType<JobPosition>(employee.ApplicableJobPosition!.Resource).Department!.Id);
        Assert.Same(employee.ApplicableEmployment.Resource, employee.Embedded!["employment"][employee.ApplicableEmployment.Id]);
        Assert.Single(test.ApiRequests);
    }

    [Fact]
    public async Task What_a_list_embeds_once_reaches_each_of_its_items()
    {
        await using var test = await TestClient.StartAsync();
        var employees = new List<Employee>();

        await foreach (var page in test.Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], default))
        {
            employees.AddRange(page.Items);
        }

        Assert.Equal(120, employees.Count);
        Assert.All(employees, employee =>
        {
            Assert.Equal(employee.Id, Assert.IsType<JobPosition>(employee.ApplicableJobPosition!.Resource).Employee!.Id);
            Assert.Single(employee.Embedded!["employment"]);
        });
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Fact]
    public async Task Embedded_under_another_key_or_not_at_all_is_null_and_stays_in_the_dictionary()
    {
        var employee = await GetAsync("""
            {"id":"416","type":"employee","applicableEmployment":{"id":"154"},"applicableJobPosition":{"id":"9"},
             "embedded":{"employment":{"4561":{"id":"416","type":"employment"}},"job-position":null}}
            """);

        Assert.Null(employee.ApplicableEmployment!.Resource);
        Assert.Null(employee.ApplicableJobPosition!.Resource);
        Assert.Equal("416", employee.Embedded!["employment"]["4561"].Id);
    }

    [Fact]
    public async Task A_key_counts_even_where_the_id_below_it_differs()
    {
        var employee = await GetAsync("""
            {"id":"416","applicableEmployment":{"id":"321"},"embedded":{"employment":{"321":{"id":"416","type":"employment"}}}}
            """);

        Assert.Equal("416", employee.ApplicableEmployment!.Resource!.Id);
    }

    [Fact]
    public async Task References_in_a_circle_meet_the_same_objects()
    {
        var employee = await GetAsync("""
            {"id":"1","applicableEmployment":{"id":"2"},"applicableJobPosition":{"id":"3"},
             "embedded":{
               "employee":{"1":{"id":"1","applicableEmployment":{"id":"2"},"applicableJobPosition":{"id":"3"}}},
               "employment":{"2":{"id":"2","employee":{"id":"1"}}},
               "job-position":{"3":{"id":"3","employee":{"id":"1"},"employment":{"id":"2"},"department":{"id":"7"}}},
               "department":{"7":{"id":"7","name":"Finance","manager":{"id":"1"}}}}}
            """);

        var employment = Assert.IsType<Employment>(employee.ApplicableEmployment!.Resource);
        var again = Assert.IsType<Employee>(employment.Employee!.Resource);
        var position = Assert.IsType<JobPosition>(employee.ApplicableJobPosition!.Resource);
        Assert.Same(employment, again.ApplicableEmployment!.Resource);
        Assert.Equal("Finance", Assert.IsType<Department>(position.Department!.Resource).Name);
    }

    private static async Task<Employee> GetAsync(string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "/employees/", Kind = FaultKind.Status, Status = 200, Body = body });
        return (await test.Client.Employees.GetAsync("416", Embedded, default))!;
    }
}
