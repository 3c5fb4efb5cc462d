using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Files;

namespace Lucca.Emulator.Resources;

/// <summary>Portraits: no list; JSON, or the picture, as <c>Accept</c> says.</summary>
internal static class Portraits
{
    public static ResourceKind Kind { get; } = new("portrait", "employees")
    {
        Rows = options => Person.All(options).Where(person => person.PortraitId is not null).Select(MakeRow),
        List = null,
        Get = ReadPortrait.GetAsync,
    };

    private static JsonObject MakeRow(Person person)
    {
        var file = DemoFiles.Portrait(person);
        return Row.Of(
            "portrait",
            person.PortraitId!,
            ("employee", Row.Reference("employee", person.Id)),
            ("fileName", file.FileName),
            ("contentType", file.ContentType),
            ("createdAt", file.CreatedAt),
            ("$file", file.Id));
    }
}
