using System.Management.Automation;
using System.Text.RegularExpressions;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Lets a parameter that takes paths take objects of the file system: each is that file, whatever its name and wherever PowerShell stands.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class FilePathAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the paths are patterns, in which the name of a file has to be escaped.</summary>
    public bool IsPattern { get; set; }

    /// <summary>The paths of what was given; what is no object of the file system stays as it is.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A path, a file, or a list of them.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } many ? many.Cast<object?>().Select(PathOf).ToArray() : PathOf(inputData)!;

    private object? PathOf(object? value) =>
        PipelineInput.Unwrap(value) is not FileSystemInfo file ? value
        : IsPattern ? Wildcards().Replace(file.FullName, "`$0")
        : file.FullName;

    [GeneratedRegex(@"[`*?\[\]]")]
    private static partial Regex Wildcards();
}
