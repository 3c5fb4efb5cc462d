using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace House
{
    /// <summary>Which files of src hold the code that ran, as the instrumented module counted it.</summary>
    public static class Ran
    {
        /// <summary>The files with a line that ran since the last call of this method, as the PDBs name them.</summary>
        public static string[] Take() =>
            AppDomain.CurrentDomain.GetAssemblies()
                .Where(assembly => assembly.GetName().Name!.StartsWith("Lucca.", StringComparison.Ordinal))
                .Select(assembly => (Assembly: assembly, Type: assembly.GetType("Microsoft.CodeAnalysis.Runtime.Instrumentation")))
                .Where(one => one.Type is not null)
                .SelectMany(one => FilesOf(one.Assembly, TokensOf(one.Type!)))
                .Where(file => file.Contains("/src/", StringComparison.Ordinal))
                .Distinct().OrderBy(file => file, StringComparer.Ordinal).ToArray();

        private static HashSet<int> TokensOf(Type instrumentation) =>
            ((int[])instrumentation.GetMethod("Take")!.Invoke(null, null)!).Select(token => token & 0xFFFFFF).ToHashSet();

        private static IEnumerable<string> FilesOf(Assembly assembly, HashSet<int> tokens)
        {
            using var provider = MetadataReaderProvider.FromPortablePdbStream(
                File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
            var pdb = provider.GetMetadataReader();
            foreach (var handle in pdb.MethodDebugInformation)
            {
                var info = pdb.GetMethodDebugInformation(handle);

                // An async method has its lines in a method of its state machine.
                var kickoff = info.GetStateMachineKickoffMethod();
                if (tokens.Contains(MetadataTokens.GetRowNumber(kickoff.IsNil ? handle.ToDefinitionHandle() : kickoff)))
                {
                    foreach (var point in info.GetSequencePoints())
                    {
                        yield return pdb.GetString(pdb.GetDocument(point.Document).Name);
                        break;
                    }
                }
            }
        }
    }
}
