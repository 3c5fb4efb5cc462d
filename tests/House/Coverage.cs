// The compiler's own test coverage (/instrument:TestCoverage) calls this from each method that runs; compiled into each assembly of src by
// Coverage.targets.
namespace Microsoft.CodeAnalysis.Runtime;

[System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
internal static class Instrumentation
{
    private static readonly System.Collections.Generic.Dictionary<int, bool[]> Payloads = [];

    /// <summary>The tokens of the methods of which a line ran since the last call of this method.</summary>
    public static int[] Take()
    {
        lock (Payloads)
        {
            var ran = System.Linq.Enumerable.ToArray(
                System.Linq.Enumerable.Select(
                    System.Linq.Enumerable.Where(Payloads, one => System.Array.IndexOf(one.Value, true) >= 0), one => one.Key));
            foreach (var payload in Payloads.Values)
            {
                System.Array.Clear(payload);
            }

            return ran;
        }
    }

    public static bool[] CreatePayload(System.Guid mvid, int methodToken, int fileIndex, ref bool[] payload, int payloadLength)
    {
        lock (Payloads)
        {
            return payload ??= Payloads[methodToken] = new bool[payloadLength];
        }
    }

    public static bool[] CreatePayload(System.Guid mvid, int methodToken, int[] fileIndices, ref bool[] payload, int payloadLength) =>
        CreatePayload(mvid, methodToken, 0, ref payload, payloadLength);

    public static void FlushPayload()
    {
    }
}
