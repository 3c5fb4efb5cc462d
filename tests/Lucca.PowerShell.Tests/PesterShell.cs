using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;

namespace Lucca.PowerShell.Tests;

/// <summary>
/// A pwsh that runs Pester files one after the other: to start a shell and to load Pester takes longer than most files do. The paths
/// go through a pipe of their own, because the input is what the shells that a test starts would read.
/// </summary>
public sealed class PesterShell : IDisposable
{
    private const string Result = "Failures: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly ConcurrentQueue<string> _errors = [];
    private Process? _shell;
    private StreamWriter? _paths;

    /// <summary>Runs a file to its end.</summary>
    /// <returns>How many of its tests failed, and all that was printed.</returns>
    public (int Failures, string Output) Run(string path)
    {
        using var tooLong = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        try
        {
            return RunAsync(path, text, tooLong.Token).GetAwaiter().GetResult();
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            Dispose();
            var errors = string.Join(Environment.NewLine, _errors);
            return (1, $"The shell broke off, or did not end within {Patience}: {broken.Message}{Environment.NewLine}{text}{errors}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_shell is { HasExited: false })
        {
            _shell.Kill(entireProcessTree: true);
        }

        _paths?.Dispose();
        _shell?.Dispose();
        _shell = null;
    }

    private async Task<(int Failures, string Output)> RunAsync(string path, StringBuilder text, CancellationToken cancellationToken)
    {
        if (_shell is null)
        {
            await StartAsync(cancellationToken);
        }

        await _paths!.WriteLineAsync(path.AsMemory(), cancellationToken);
        await _paths.FlushAsync(cancellationToken);
        while (await _shell!.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Result, StringComparison.Ordinal))
            {
                return (int.Parse(line[Result.Length..], CultureInfo.InvariantCulture), text.ToString());
            }

            text.AppendLine(line);
        }

        throw new EndOfStreamException("The shell ended.");
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var name = $"lucca-tests-{Guid.NewGuid():N}";
        var pipe = new NamedPipeServerStream(name, PipeDirection.Out, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        _paths = new StreamWriter(pipe);
        _shell = Pwsh.Start("-File", Path.Combine(Pwsh.TestFolder, "Invoke-Suite.ps1"), "-Pipe", name);
        _shell.ErrorDataReceived += (_, error) => _errors.Enqueue(error.Data ?? "");
        _shell.BeginErrorReadLine();
        await pipe.WaitForConnectionAsync(cancellationToken);
    }
}
