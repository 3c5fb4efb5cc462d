using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Models;

/// <summary>Each resource's documented fields become typed properties, and nothing is dropped.</summary>
public sealed class ExampleTests
{
    public static TheoryNames Names => Example.Names;

    [Fact]
    public void Every_model_is_known_by_its_type() =>
        Assert.All(Resources.All, resource => Assert.Equal(resource.Model, ResourceTypes.Find(resource.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_has_a_property_and_keeps_its_value(string name) => Same(Example.Node(name), Example.Read(name), "$");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resource_of_which_only_the_id_came_is_read(string name)
    {
        var resource = Example.Read(name, """{"id": 7}""");
        Assert.Equal("7", resource.Id);
        Assert.All(
            resource.GetType().GetProperties().Where(property => property.PropertyType == typeof(Reference)),
            property => Assert.Null(property.GetValue(resource)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_but_the_id_may_be_null(string name)
    {
        var nothing = new JsonObject(
            Example.Node(name).Select(
                member => KeyValuePair.Create(member.Key, member.Key == "id" ? JsonValue.Create("7") : (JsonNode?)null)));
        Assert.Empty(Example.Read(name, nothing.ToJsonString()).AdditionalProperties);
    }

    private static void Same(JsonNode? sent, object? read, string path)
    {
        switch (sent)
        {
            case null:
                Assert.True(read is null, $"{path}: {read}");
                break;
            case JsonObject members when read is OpenObject model:
                Assert.True(
                    model.AdditionalProperties.Count == 0,
                    $"{path}: {string.Join(", ", model.AdditionalProperties.Keys)} have no property.");

                // The type of a reference to an event is the topic (docs/api.md#resources), that of the event itself is not.
                foreach (var (name, value) in members.Where(member => read is not Event || member.Key != "type"))
                {
                    if (name == "embedded" && read is Resource)
                    {
                        SameEmbedded(value!.AsObject(), path);
                        continue;
                    }

                    Same(value, Example.Property(model, name)?.GetValue(model), $"{path}.{name}");
                }

                break;
            case JsonObject members when read is IDictionary or IReadOnlyDictionary<string, object?>:
                Assert.Equal(members.Select(member => member.Key), Pairs(read).Select(pair => pair.Key));
                Assert.All(Pairs(read), pair => Same(members[pair.Key], pair.Value, $"{path}.{pair.Key}"));
                break;
            case JsonArray items when read is IEnumerable list:
                var all = list.Cast<object?>().ToList();
                Assert.Equal(items.Count, all.Count);
                Assert.All(items.Zip(all), pair => Same(pair.First, pair.Second, path + "[]"));
                break;
            case JsonValue value:
                Assert.True(Text(value) == Text(read, value), $"{path}: {Text(value)} was sent, {Text(read, value)} was read.");
                break;
            default:
                Assert.Fail($"{path}: {sent} was sent, '{read}' was read.");
                break;
        }
    }

    /// <summary>What is embedded stands in the place of the references to it; here each is read by itself.</summary>
    private static void SameEmbedded(JsonObject embedded, string path)
    {
        foreach (var (type, resources) in embedded)
        {
            Assert.All(
                resources!.AsObject(),
                resource =>
                    Same(resource.Value, Example.Read(type, resource.Value!.ToJsonString()), $"{path}.embedded.{type}.{resource.Key}"));
        }
    }

    private static IEnumerable<(string Key, object? Value)> Pairs(object dictionary) =>
        dictionary is IReadOnlyDictionary<string, object?> plain
        ? plain.Select(pair => (pair.Key, pair.Value))
        : ((IDictionary)dictionary).Keys.Cast<string>().Select(key => (key, ((IDictionary)dictionary)[key]));

    private static string Text(JsonValue value) => value.ToString();

    /// <summary>A value as the API writes it, in the precision in which it was sent.</summary>
    private static string? Text(object? read, JsonValue sent) => read switch
    {
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time =>
            DateTimeOffset.Parse(sent.ToString(), CultureInfo.InvariantCulture) == time
                ? sent.ToString()
                : time.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        LinkUri link => link.Reveal(),
        ResourceAddress address => address.ToString(),
        System.Security.SecureString secret => new System.Net.NetworkCredential("", secret).Password,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => read as string,
    };
}
