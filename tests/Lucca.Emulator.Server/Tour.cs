namespace Lucca.Emulator.Server;

/// <summary>The tour of the emulator over HTTP.</summary>
public static class Tour
{
    /// <summary>Makes the tour.</summary>
    /// <param name="address">Where the emulator is.</param>
    /// <param name="output">Where to print what is seen.</param>
    public static async Task RunAsync(Uri address, TextWriter output) => await output.WriteLineAsync($"Lucca emulator at {address}");
}
