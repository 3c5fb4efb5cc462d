# Runs one Pester file and ends with the number of its failures. A file without a test is a failure too.
param([Parameter(Mandatory)] [string] $Path)

Import-Module (Join-Path $PSScriptRoot '../../out/Pester/Pester.psd1')
Import-Module (Join-Path $PSScriptRoot '../Pwsh.psm1') -Global
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration
"Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped in $(Split-Path $Path -Leaf)"
exit ($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount + [int]($result.TotalCount -eq 0))
