# The one place where a PowerShell starts another: the same that runs this script, the project's own (a dotnet tool) or an installed one.
Set-StrictMode -Version Latest

# What starts it: an executable, and what stands before the arguments. The tool's process is dotnet, and pwsh.dll its program.
function Get-PwshCommand {
    $process = [System.Environment]::ProcessPath
    if ([System.IO.Path]::GetFileNameWithoutExtension($process) -eq 'dotnet') { $process; Join-Path $PSHOME 'pwsh.dll' } else { $process }
}

# Runs it without a profile; input, output, errors and $LASTEXITCODE are those of the native command.
function Invoke-Pwsh {
    $command, $program = Get-PwshCommand
    $all = @($program) + '-NoProfile' + $args
    if ($MyInvocation.ExpectingInput) { $input | & $command @all } else { & $command @all }
}

Export-ModuleMember -Function Get-PwshCommand, Invoke-Pwsh
