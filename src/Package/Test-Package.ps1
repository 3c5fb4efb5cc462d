<#
.SYNOPSIS
    Runs the Pester suite on the packed module: out/Lucca is replaced by what out/Lucca.<version>.nupkg holds.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
$out = Join-Path $root 'out'
Import-Module (Join-Path $root 'tests/Pwsh.psm1')
Remove-Item (Join-Path $out 'Lucca') -Recurse -Force -ErrorAction Ignore
[System.IO.Compression.ZipFile]::ExtractToDirectory((Get-Item (Join-Path $out 'Lucca.*.nupkg')).FullName, (Join-Path $out 'Lucca'))
$failed = 0
$tests = Join-Path $root 'tests/Lucca.PowerShell.Tests'
# How the package is made from what was built is tested on what was built.
foreach ($file in Get-ChildItem $tests -Recurse -Filter *.Tests.ps1 -Exclude Package.Tests.ps1) {
    Invoke-Pwsh -File (Join-Path $tests 'Invoke-Suite.ps1') $file.FullName
    $failed += $LASTEXITCODE
}
exit [Math]::Min($failed, 255)
