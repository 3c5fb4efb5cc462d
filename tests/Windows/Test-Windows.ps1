<#
.SYNOPSIS
    Runs the Pester files and the client's tests in PowerShell for Windows under Wine, and prints what is red beyond Known.psd1.
.DESCRIPTION
    Started by build.ps1 TestWindows, which lays out and builds what this needs. What each file printed is kept in out/Windows/logs.
#>
[CmdletBinding()]
param(
    # Pester files, such as Get-LuccaFile, or Lucca.Client.Tests. Default: all.
    [string[]] $File,

    # How many files run at once.
    [int] $Parallel = 2
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/Wine.psm1

$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).ProviderPath
$pester = Join-Path $root 'tests/Lucca.PowerShell.Tests'
$logs = (New-Item -ItemType Directory (Join-Path $root 'out/Windows/logs') -Force).FullName
$known = (Import-PowerShellDataFile $PSScriptRoot/Known.psd1).Cases

# What is run: a name, and the arguments of the program.
$runs = @(
    Get-ChildItem $pester -Recurse -Filter *.Tests.ps1 | Sort-Object Length -Descending | ForEach-Object {
        $script, $tests = "$pester/Invoke-Suite.ps1", $_.FullName | ForEach-Object { ConvertTo-WindowsPath $_ }
        @{ Name = $_.Name -replace '\.Tests\.ps1$'; Argument = '-NoProfile', '-NonInteractive', '-File', $script, $tests }
    }
    $client = Get-ChildItem "$root/tests/Lucca.Client.Tests/bin" -Recurse -Filter Lucca.Client.Tests.dll -ErrorAction Ignore |
        Where-Object FullName -NotMatch '/ref(int)?/' | Sort-Object LastWriteTime | Select-Object -Last 1
    if ($client) { @{ Name = 'Lucca.Client.Tests'; Argument = (ConvertTo-WindowsPath $client.FullName), '-noColor' } }
)
# What Wine cannot run to an end is run only when it is asked for by name.
$endless = $known.Where{ $_.Case -eq '*' }.ForEach{ $_.File }
$runs = $runs.Where{ if ($File) { $_.Name -in $File } else { $_.Name -notin $endless } }
if (-not $runs) { throw "There is no Pester file $File.Tests.ps1." }

$clock = [System.Diagnostics.Stopwatch]::StartNew()
$results = $runs | ForEach-Object -ThrottleLimit $Parallel -Parallel {
    Import-Module $using:PSScriptRoot/Wine.psm1
    $log = Join-Path $using:logs "$($_.Name).log"
    $end = Invoke-Windows $_.Argument $log
    $lines = Get-Content $log

    # Pester and xUnit print what failed, and totals, in their own ways.
    $totals = $lines -match '^Pester: |Total: \d+, Errors: ' | Select-Object -Last 1
    $passed, $failed, $skipped = switch -Regex ("$totals") {
        '^Pester: (\d+) passed, (\d+) failed, (\d+) skipped' { [int[]] $Matches[1..3] }
        'Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+)' {
            $all, $errors, $failures, $left = [int[]] $Matches[1..4]
            ($all - $errors - $failures - $left), ($errors + $failures), $left
        }
        default { 0, 0, 0 }
    }
    $red = '^\s*\[-\] (.+?)( \d[\d.,]*m?s( \(.*\))?| failed)$', '^\s+(.+) \[FAIL\]'
    $cases = @(foreach ($line in $lines) { if ($line -cmatch $red[0] -or $line -cmatch $red[1]) { $Matches[1] } })
    if ($failed -and -not $cases) { $cases = @("($failed failed, and none is named)") }
    if (-not $totals) { $cases += "(the file broke off $end)" }
    Write-Host "$($_.Name): $passed passed, $failed failed, $skipped skipped"
    [pscustomobject]@{ Name = $_.Name; Passed = $passed; Failed = $failed; Skipped = $skipped; Cases = $cases }
}

$unknown = foreach ($result in $results) {
    $here = $known.Where{ $_.File -eq $result.Name }
    $result.Cases.Where{ $case = $_; -not $here.Where{ $case -clike $_.Case } }.ForEach{ "$($result.Name): $_" }
}
$green = foreach ($entry in $known) {
    if ($results.Where{ $_.Name -eq $entry.File -and -not ($_.Cases -clike $entry.Case) }) { "$($entry.File): $($entry.Case)" }
}

''
foreach ($suite in $results | Group-Object { $_.Name -eq 'Lucca.Client.Tests' }) {
    $sum = $suite.Group | Measure-Object Passed, Failed, Skipped -Sum
    $kind = $suite.Name -eq 'True' ? 'xUnit' : "Pester, in $($suite.Count) files"
    "$kind`: $($sum[0].Sum) passed, $($sum[1].Sum) failed, $($sum[2].Sum) skipped"
}
"It took $([int] $clock.Elapsed.TotalSeconds) s; what each file printed is in out/Windows/logs."
if ($endless -and -not $File) { "Not run, since Wine cannot: $($endless -join ', ')." }
if ($green) { 'Known as red, but green:'; $green.ForEach{ "  $_" } }
if ($unknown) { 'Red beyond tests/Windows/Known.psd1:'; $unknown.ForEach{ "  $_" }; throw 'There is red beyond the list.' }
'Nothing is red beyond tests/Windows/Known.psd1.'
