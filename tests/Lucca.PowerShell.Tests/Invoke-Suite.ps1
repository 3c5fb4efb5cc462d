# Runs Pester files: the one that is given, or those whose paths come through a named pipe, a line each, one after the other in this
# shell. After a file there is a line with the number of its failures. A file without a test is a failure too.
param([string] $Path, [string] $Pipe)

Import-Module (Join-Path $PSScriptRoot '../../out/Pester/Pester.psd1')
Import-Module (Join-Path $PSScriptRoot '../Pwsh.psm1') -Global
$own = (Get-Module).Name
$environment = [System.Environment]::GetEnvironmentVariables()

function Invoke-File([string] $File) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $File
    $configuration.Run.PassThru = $true
    # Nothing here needs a registry of its own, and files that start at once on Windows fail over its key.
    $configuration.TestRegistry.Enabled = $false
    $configuration.Output.Verbosity = 'Detailed'
    $configuration.Output.RenderMode = 'Plaintext'
    $result = Invoke-Pester -Configuration $configuration
    "Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped in $(Split-Path $File -Leaf)"
    "Failures: $($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount + [int]($result.TotalCount -eq 0))"
}

# The next file finds the shell as the first one did: no session, no module, no variable of the environment is left.
function Clear-Shell {
    if (Get-Module Lucca) { Get-LuccaSession | Disconnect-Lucca }
    Get-Module | Where-Object Name -NotIn $own | Remove-Module -Force
    foreach ($name in [System.Environment]::GetEnvironmentVariables().Keys | Where-Object { -not $environment.Contains($_) }) { [System.Environment]::SetEnvironmentVariable($name, $null) }
    foreach ($name in $environment.Keys) { [System.Environment]::SetEnvironmentVariable($name, $environment[$name]) }
    $Error.Clear()
}

if ($Path) {
    Invoke-File $Path | Tee-Object -Variable printed
    exit [int] ($printed[-1] -replace '\D')
}

$stream = [System.IO.Pipes.NamedPipeClientStream]::new('.', $Pipe, [System.IO.Pipes.PipeDirection]::In)
$stream.Connect()
$paths = [System.IO.StreamReader]::new($stream)
while ($file = $paths.ReadLine()) {
    Invoke-File $file
    Clear-Shell
}
