using System.Runtime.InteropServices;

namespace Lucca.Emulator.Server;

/// <summary>Runs the server until Ctrl+C, SIGTERM, or the end of the process that started it.</summary>
internal static class Program
{
    private const string Usage = """
        A Lucca tenant in memory, with made-up people, behind real HTTP.

        Usage: Lucca.Emulator.Server [options]

          --urls http://127.0.0.1:5080   the address to listen on; a free port of 127.0.0.1 when left out
          --certificate server.pem       a certificate with its key, for https
          --rate-limit N                 refuse more than N requests in 60 s
          --departments N                how many departments there are
          --employees N                  how many employees there are
          --today yyyy-MM-dd             the day around which they live; the real one by default
          --compress                     compress responses
          --parent PID                   end with that process
          --help                         show this
        """;

    private static async Task<int> Main(string[] args)
    {
        Arguments arguments;
        try
        {
            arguments = Arguments.Parse(args);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}\n{Usage}");
            return 2;
        }

        if (arguments.Help)
        {
            await Console.Out.WriteLineAsync(Usage);
            return 0;
        }

        await using var server = await EmulatorServer.StartAsync(arguments.Tenant, arguments.Address, arguments.Certificate);
        server.Compress = arguments.Compress;
        var origin = server.Address.GetLeftPart(UriPartial.Authority);
        var (id, secret) = (arguments.Tenant.ClientId, arguments.Tenant.ClientSecret);
        await Console.Out.WriteLineAsync($"Lucca emulator at {origin} (client id {id}, client secret {secret})");
        await WaitForEndAsync(arguments.Parent);
        return 0;
    }

    private static async Task WaitForEndAsync(int? parent)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        await (parent is { } id ? Task.WhenAny(ended.Task, ParentProcess.WaitForEndAsync(id, CancellationToken.None)) : ended.Task);

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.TrySetResult();
        }
    }
}
