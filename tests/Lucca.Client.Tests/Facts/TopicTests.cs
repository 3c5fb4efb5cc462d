using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Facts;

/// <summary>The topics that the client knows are those of the facts.</summary>
public sealed class TopicTests
{
    [Fact]
    public void All_documented_topics_are_known_and_no_other() =>
        Assert.Equal(FactsFile.Lines("topics.txt").Order(StringComparer.Ordinal), EventTopics.All);

    [Theory]
    [InlineData("Employee.Created", "employee.created")]
    [InlineData("PING", "ping")]
    [InlineData("Planet.Created", "Planet.Created")]
    public void A_topic_may_be_typed_in_any_case(string typed, string sent) => Assert.Equal(sent, EventTopics.Spelled(typed));
}
