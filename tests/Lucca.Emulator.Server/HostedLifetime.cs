namespace Lucca.Emulator.Server;

/// <summary>A lifetime that ends when the owner says so: the host's own would catch Ctrl+C of the test runner.</summary>
internal sealed class HostedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
