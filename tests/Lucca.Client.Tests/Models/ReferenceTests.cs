using Xunit;

namespace Lucca.Client.Tests.Models;

/// <summary>A reference is the resource that it means, wherever two are compared.</summary>
public sealed class ReferenceTests
{
    private static readonly Reference Bare = new() { Id = "32", Type = "department" };
    private static readonly Reference Named = NamedReference.Of(Bare, "Finances");
    private static readonly Department Finances = new() { Id = "32", Name = "Finances" };

    [Fact]
    public void A_reference_equals_what_means_the_same_resource()
    {
        Reference[] same = [Bare, Named, Finances];
        Assert.All(same, one => Assert.All(same, other => Assert.True(one.Equals(other))));
        Assert.All(same, one => Assert.All(same, other => Assert.Equal(0, one.CompareTo(other))));
        Assert.Single(same.Distinct());
    }

    [Theory]
    [InlineData("32")]
    [InlineData(32)]
    [InlineData(32L)]
    [InlineData("finances")]
    public void It_equals_an_id_or_a_name(object value) => Assert.True(Named.Equals(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("33")]
    [InlineData(3.5)]
    [InlineData("032")]
    public void It_equals_nothing_else(object? value) => Assert.False(Bare.Equals(value) || Named.Equals(value));

    [Fact]
    public void The_same_id_of_another_kind_is_another_resource() =>
        Assert.NotEqual<Reference>(Finances, new Reference { Id = "32", Type = "employee" });

    [Fact]
    public void Its_text_is_the_name_where_known() => Assert.Equal("32 Finances Finances", $"{Bare} {Named} {Finances}");

    [Fact]
    public void It_sorts_by_name_then_by_number()
    {
        Reference[] all =
        [
            new() { Id = "10", Type = "department" }, new() { Id = "9", Type = "department" }, NamedReference.Of(new() { Id = "1" }, "b"),
            NamedReference.Of(new() { Id = "2" }, "A"),
        ];
        Assert.Equal(["2", "1", "9", "10"], all.Order().Select(one => one.Id));
    }

    [Theory]
    [MemberData(nameof(Example.Names), MemberType = typeof(Example))]
    public void A_resource_is_of_its_kind_whatever_the_response_says(string name) =>
        Assert.Equal(name, Example.Read(name, """{"id": "7"}""").Kind);
}
