using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House
{
    /// <summary>One file that uses a type which a file of another room declares.</summary>
    public sealed record Arrow(string FromRoom, string ToRoom, string File, string Type);

    /// <summary>The sources as the compiler understands them: which room uses which, judged by the file that declares a type.</summary>
    public static class SourceMap
    {
        /// <summary>Every use of a type of another room, once a file. A room is the folder of a file.</summary>
        /// <param name="files">The sources.</param>
        /// <param name="references">The assemblies that they are compiled against.</param>
        /// <param name="errors">What the compiler could not resolve: such names are not judged.</param>
        public static List<Arrow> Arrows(string[] files, string[] references, out string[] errors)
        {
            const string Implicit =
                "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
                + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
            var options = new CSharpParseOptions(LanguageVersion.Preview);
            var trees = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
                .Append(CSharpSyntaxTree.ParseText(Implicit, options)).ToArray();
            var compilation = CSharpCompilation.Create(
                "House",
                trees,
                references.Select(path => MetadataReference.CreateFromFile(path)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
            errors = compilation.GetDeclarationDiagnostics()
                .Where(one => one.Id is "CS0246" or "CS0234").Select(one => one.ToString()).ToArray();
            var arrows = new HashSet<Arrow>();
            foreach (var tree in trees.Where(tree => tree.FilePath.Length > 0))
            {
                var model = compilation.GetSemanticModel(tree);
                var room = Path.GetDirectoryName(tree.FilePath)!;
                foreach (var node in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    foreach (var type in TypesOf(model.GetSymbolInfo(node)))
                    {
                        var declared = type.OriginalDefinition.DeclaringSyntaxReferences.Select(
                            one => Path.GetDirectoryName(one.SyntaxTree.FilePath)!).Where(one => one.Length > 0).ToArray();
                        if (declared.Length > 0 && !declared.Contains(room))
                        {
                            arrows.Add(new Arrow(room, declared[0], tree.FilePath, type.Name));
                        }
                    }
                }
            }

            return arrows.ToList();
        }

        /// <summary>Rooms that lead back to themselves, together with those on the way: each a set of two rooms or more.</summary>
        public static List<string[]> Cycles(IEnumerable<Arrow> arrows)
        {
            var next = arrows.ToLookup(arrow => arrow.FromRoom, arrow => arrow.ToRoom);
            HashSet<string> Reach(string room)
            {
                var reached = new HashSet<string>();
                var open = new Stack<string>(next[room]);
                while (open.TryPop(out var one))
                {
                    if (reached.Add(one))
                    {
                        foreach (var further in next[one])
                        {
                            open.Push(further);
                        }
                    }
                }

                return reached;
            }

            var reach = next.ToDictionary(group => group.Key, group => Reach(group.Key));
            return reach.Keys.Where(room => reach[room].Contains(room))
                .Select(
                    room =>
                        reach[room].Where(other => reach.TryGetValue(other, out var back) && back.Contains(room))
                            .OrderBy(one => one, StringComparer.Ordinal).ToArray())
                .DistinctBy(rooms => string.Join('|', rooms)).ToList();
        }

        // A member that is used counts as its type; an extension method too.
        private static IEnumerable<INamedTypeSymbol> TypesOf(SymbolInfo info)
        {
            foreach (var symbol in info.Symbol is { } one ? [one] : info.CandidateSymbols.ToArray())
            {
                if ((symbol as INamedTypeSymbol ?? symbol.ContainingType) is { } type)
                {
                    yield return type;
                }
            }
        }
    }
}
