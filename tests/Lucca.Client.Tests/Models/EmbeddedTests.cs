using System.Text.Json;
using Xunit;

namespace Lucca.Client.Tests.Models;

/// <summary>References lead to the resources that came along.</summary>
public sealed class EmbeddedTests
{
    [Fact]
    public void An_employee_leads_to_employment_position_and_department()
    {
        var employee = Example.Read<Employee>("employee");
        Assert.Equal(new DateTime(2021, 2, 1), employee.Employment!.StartsOn);
        Assert.Equal("Finances", Assert.IsType<Department>(employee.JobPosition!.Department).Name);
        Assert.Equal(employee.Employment, employee.JobPosition.Employment);
    }

    [Theory]
    [InlineData("business-establishment", nameof(BusinessEstablishment.LegalEntity))]
    [InlineData("employee-attribute", nameof(EmployeeAttribute.Definition))]
    [InlineData("employee-personal-record", nameof(EmployeePersonalRecord.Employee))]
    [InlineData("employment", nameof(Employment.Employee))]
    [InlineData("job-position", nameof(JobPosition.Department))]
    [InlineData("job-position", nameof(JobPosition.JobQualification))]
    [InlineData("job-position", nameof(JobPosition.Employee))]
    [InlineData("job-position", nameof(JobPosition.Employment))]
    [InlineData("webhook-delivery", nameof(WebhookDelivery.Event))]
    [InlineData("webhook-delivery-attempt", nameof(WebhookDeliveryAttempt.WebhookDelivery))]
    public void Each_documented_embedding_is_reached_through_its_reference(string name, string property)
    {
        var resource = Example.Read(name);
        var reference = (Reference)Example.Property(resource, property)!.GetValue(resource)!;
        Assert.IsAssignableFrom<Resource>(reference);
    }

    [Fact]
    public void Items_that_share_an_embedded_resource_each_reach_all_behind_it()
    {
        var page = PageReader.Read<WebhookDeliveryAttempt>(
            """
            {
              "items": [{"id": "1", "webhookDelivery": {"id": "5"}}, {"id": "2", "webhookDelivery": {"id": "5"}}],
              "embedded": {"webhook-delivery": {"5": {"id": "5", "event": {"id": "9"}}}, "event": {"9": {"id": "9", "topic": "ping"}}}
            }
            """u8.ToArray(),
            LuccaJson.Default.GetTypeInfo(typeof(WebhookDeliveryAttempt))!,
            withLinks: false);
        Assert.All(
            page.Whole(),
            attempt => Assert.Equal("ping", Assert.IsType<Event>(Assert.IsType<WebhookDelivery>(attempt.WebhookDelivery).Event).Topic));
    }

    [Fact]
    public void The_data_of_an_event_is_the_resource_itself()
    {
        var position = Assert.IsType<JobPosition>(Example.Read<Event>("event").Data);
        Assert.Equal("Head of finance", position.JobTitle);
    }

    [Theory]
    [InlineData("""{"id":"1","data":{}}""")]
    [InlineData("""{"id":"1","data":{"type":"skill","id":"3"}}""")]
    [InlineData("""{"id":"1","data":{"type":"job-position","id":"3","startsOn":{"year":2021}}}""")]
    public void The_data_of_an_event_without_a_fitting_model_stays_readable(string json) =>
        Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(((Event)Example.Read("event", json)).Data);

    [Fact]
    public void A_secret_is_in_no_text_of_its_endpoint()
    {
        var endpoint = Example.Read<WebhookEndpoint>("webhook-endpoint");
        var json = JsonSerializer.Serialize(endpoint.Secret, LuccaJson.Default.GetTypeInfo(typeof(System.Security.SecureString))!);
        Assert.DoesNotContain("example-key", json + endpoint + endpoint.Secret, StringComparison.Ordinal);
        Assert.True(endpoint.Secret!.IsReadOnly());
    }
}
