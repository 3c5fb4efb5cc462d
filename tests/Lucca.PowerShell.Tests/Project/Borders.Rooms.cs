using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>What a file of one room uses of another: judged by the file that declares a type, whatever its namespace.</summary>
public sealed record RoomArrow(string From, string File, string To, string Type);

/// <summary>The sources as the compiler understands them.</summary>
public sealed class RoomSources
{
    // What the projects import without saying it.
    private const string Implicit =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);
    private readonly string _root;
    private readonly CSharpCompilation _compilation;

    public RoomSources(string root, string[] folders, string[] references)
    {
        _root = root;
        var trees = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path));
        _compilation = CSharpCompilation.Create(
            "Sources",
            trees.Append(CSharpSyntaxTree.ParseText(Implicit, Options)),
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The arrows of all files.</summary>
    public RoomArrow[] Arrows() => [.. _compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0)
        .AsParallel().SelectMany(tree => ArrowsOf(_compilation, tree)).Distinct()];

    /// <summary>The arrows that a file would have, were it in a room.</summary>
    public RoomArrow[] ArrowsOf(string folder, string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Options, Path.Combine(_root, folder, "Wrong.cs"));
        return [.. ArrowsOf(_compilation.AddSyntaxTrees(tree), tree).Distinct()];
    }

    private IEnumerable<RoomArrow> ArrowsOf(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var from = FolderOf(tree);
        var nodes = tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax);
        foreach (var node in nodes)
        {
            var type = TypeOf(node is SimpleNameSyntax ? model.GetSymbolInfo(node) : default, model.GetTypeInfo(node));
            var homes = type?.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => FolderOf(reference.SyntaxTree)).ToList();
            if (homes is { Count: > 0 } && !homes.Contains(from))
            {
                yield return new RoomArrow(from, Path.GetFileName(tree.FilePath), homes[0], type!.Name);
            }
        }
    }

    /// <summary>The type that a name means, or whose member it means; the type that a bare <c>new</c> makes.</summary>
    private static INamedTypeSymbol? TypeOf(SymbolInfo symbol, TypeInfo type) =>
        (symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) switch
    {
        INamedTypeSymbol named => named,
        IAliasSymbol alias => alias.Target as INamedTypeSymbol,
        INamespaceSymbol => null,
        { ContainingType: { } owner } and not (ILocalSymbol or IParameterSymbol) => owner,
        null => type.Type as INamedTypeSymbol,
        _ => null,
    };

    private string FolderOf(SyntaxTree tree) => Path.GetRelativePath(_root, Path.GetDirectoryName(tree.FilePath)!).Replace('\\', '/');
}
