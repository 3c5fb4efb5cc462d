using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Describes one kind of resource of the API.</summary>
/// <param name="Name">Its type's name, such as <c>job-position</c>.</param>
/// <param name="Path">Its path below <c>/lucca-api</c>.</param>
public abstract record ResourceDescriptor(string Name, string Path)
{
    /// <summary>Its name in a sentence, such as <c>job position</c>.</summary>
    public string Label => LabelOf(Name);

    /// <summary>The name of several in a sentence, such as <c>job positions</c>.</summary>
    public string PluralLabel => LabelOf(Path);

    /// <summary>The name of a kind or path in a sentence.</summary>
    /// <param name="name">Its name in the API.</param>
    internal static string LabelOf(string name) => name.Replace('-', ' ');

    /// <summary>Whether the API has a list of it.</summary>
    public bool HasList { get; init; } = true;

    /// <summary>Whether the list takes <c>id=1,2,3</c>.</summary>
    public bool HasIdFilter { get; init; }

    /// <summary>Whether the list takes <c>search</c>.</summary>
    public bool HasSearch { get; init; }

    /// <summary>Whether users can give a name in place of an id.</summary>
    public bool HasNames { get; init; }

    /// <summary>The prefix of ids that are words; null for ids that are numbers.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The keys by which the list can be sorted; empty when it cannot.</summary>
    public IReadOnlyList<string> SortKeys { get; init; } = [];

    /// <summary>The most items that a page can hold.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>The model.</summary>
    public abstract Type Model { get; }

    /// <summary>The model with embedded resources; null when it is the same.</summary>
    internal Type? EmbeddedModel { get; init; }

    /// <summary>The least scope to read it.</summary>
    public string ReadScope => Scopes.Read(ApiScopes.NameFor(Path));

    /// <summary>The least scope to write it.</summary>
    public string WriteScope => Scopes.Write(ApiScopes.NameFor(Path));

    /// <summary>Does work that needs the model's type, which only the descriptor knows.</summary>
    internal abstract TResult Do<TResult>(IModelWork<TResult> work);

    /// <summary>How a response with these parts is read.</summary>
    /// <param name="include">The parts.</param>
    /// <param name="options">The options of the connection.</param>
    internal JsonTypeInfo ModelWith(IReadOnlyList<string> include, JsonSerializerOptions options) =>
        options.GetTypeInfo(EmbeddedModel is { } row && include.Contains("embedded") ? row : Model);
}

/// <inheritdoc/>
/// <typeparam name="T">Its model.</typeparam>
/// <param name="Name">Its type's name, such as <c>job-position</c>.</param>
/// <param name="Path">Its path below <c>/lucca-api</c>.</param>
public sealed record ResourceDescriptor<T>(string Name, string Path) : ResourceDescriptor(Name, Path)
    where T : Resource
{
    /// <inheritdoc/>
    public override Type Model => typeof(T);

    /// <summary>Filters that the API's description does not declare, each with the reference that checks the response.</summary>
    public IReadOnlyDictionary<string, Func<T, Reference?>> UndeclaredFilters { get; init; } =
        new Dictionary<string, Func<T, Reference?>>();

    /// <summary>Checks that a response holds the requested resource. Servers accept other spellings of an id.</summary>
    /// <exception cref="LuccaException">It is another resource.</exception>
    internal void Check(T resource, string id)
    {
        if (!IdSpelling.AreSame(resource.Id, id))
        {
            throw new LuccaException(
                LuccaErrorKind.BadReply,
                $"Expected the {Label} '{id}', but the server sent '{resource.Id}'. That object is discarded.");
        }
    }

    internal override TResult Do<TResult>(IModelWork<TResult> work) => work.With(this);
}

/// <summary>Work with a resource that needs the model's type.</summary>
/// <typeparam name="TResult">What the work returns.</typeparam>
internal interface IModelWork<out TResult>
{
    TResult With<T>(ResourceDescriptor<T> resource)
        where T : Resource;
}

/// <summary>Other spellings of an id that a server may accept: <c>007</c> for <c>7</c>, other case, spaces around it.</summary>
internal static class IdSpelling
{
    /// <summary>The same text for every spelling of an id.</summary>
    public static string Normal(string id) => id.Trim().TrimStart('0').ToLowerInvariant();

    public static bool AreSame(string id, string other) => Normal(id) == Normal(other);
}
