using System.Runtime.InteropServices;

namespace Lucca.Emulator.Server;

/// <summary>Runs the server until Ctrl+C, SIGTERM, or the end of the process that started it.</summary>
internal static class Program
{
    private const string Usage = "Options: --urls http://127.0.0.1:5080  --rate-limit N  --departments N  --employees N"
        + "  --compress  --certificate server.pem  --parent PID";

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
