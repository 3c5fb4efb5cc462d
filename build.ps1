<#
.SYNOPSIS
    Builds, tests and tours the module. Each task is a few lines over dotnet.
.EXAMPLE
    dotnet pwsh ./build.ps1 Demo
.EXAMPLE
    dotnet pwsh ./build.ps1 Test Get-LuccaFile
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'TestWindows', 'Demo', 'Shell', 'Bench', 'House', 'Pack', 'Publish', 'Clean')]
    [string] $Task = 'Build',

    # With Test and TestWindows: the one Pester file to run, such as Get-LuccaFile. What is stale is built first.
    [Parameter(Position = 1)]
    [string] $File,

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Push-Location $PSScriptRoot
Import-Module ./tests/Pwsh.psm1

function Build {
    dotnet build src/Lucca.PowerShell --configuration $Configuration --verbosity quiet --nologo
}

# Analyzers take half of a build's time and say nothing to somebody who wants to see the module at work.
function Build-ToTry {
    dotnet build src/Lucca.PowerShell --configuration $Configuration --verbosity quiet --nologo -p:RunAnalyzers=false
}

function Test {
    if (-not $File) { dotnet test --nologo; return }
    $tests = Join-Path $PSScriptRoot 'tests/Lucca.PowerShell.Tests'
    $found = Get-ChildItem $tests -Recurse -Filter "$File.Tests.ps1"
    if (-not $found) { throw "There is no $File.Tests.ps1. There are: $((Get-ChildItem $tests -Recurse -Filter *.Tests.ps1).Name.Replace('.Tests.ps1', '') -join ', ')" }
    Build-Test
    foreach ($one in $found) { Invoke-Pwsh -File $tests/Invoke-Suite.ps1 $one.FullName }
}

# The suites in PowerShell for Windows, on a Linux with Wine: all, or one Pester file, or Lucca.Client.Tests.
function TestWindows {
    Import-Module ./tests/Windows/Wine.psm1
    Install-WindowsShell
    Build-Test
    if ($File -in '', 'Lucca.Client.Tests') { dotnet build tests/Lucca.Client.Tests --verbosity quiet --nologo -p:RunAnalyzers=false }
    if ($File) { & ./tests/Windows/Test-Windows.ps1 $File } else { & ./tests/Windows/Test-Windows.ps1 }
}

function Build-Test {
    $isStale = (Test-Stale out/Lucca/en-US src, docs/en-US, Lucca.psd1) -or
        (Test-Stale tests/Lucca.Emulator.Server/bin tests/Lucca.Emulator.Server, src/Lucca.Client, src/Lucca.Emulator) -or -not (Test-Path out/Pester)
    if ($isStale) { dotnet build tests/Lucca.PowerShell.Tests --verbosity quiet --nologo -p:RunAnalyzers=false }
}

# Whether a source is newer than what was built last: to ask dotnet takes seconds.
function Test-Stale([string] $Built, [string[]] $Source) {
    if (-not (Test-Path $Built)) { return $true }
    $last = Get-ChildItem $Built -Recurse -File | Sort-Object LastWriteTime | Select-Object -Last 1
    -not $last -or (Get-ChildItem $Source -Recurse -File | Where-Object { $_.LastWriteTime -gt $last.LastWriteTime -and $_.FullName -notmatch '[\\/](bin|obj)[\\/]' })
}

function Demo {
    Build-ToTry
    Invoke-Pwsh -File tests/Demo.ps1
}

function Shell {
    Build-ToTry
    Invoke-Pwsh -NoLogo -NoExit -File tests/Shell.ps1
}

function Bench {
    Build
    dotnet build tests/Lucca.Emulator.Server --configuration $Configuration --verbosity quiet --nologo
    Invoke-Pwsh -File tests/Bench/Bench.ps1
    Invoke-Pwsh -File tests/Bench/Shown.ps1
}

function House {
    Build-ToTry
    dotnet build tests/Lucca.Emulator.Server --configuration $Configuration --verbosity quiet --nologo
    Invoke-Pwsh -File tests/House/House.ps1
}

function Pack {
    Build
    & ./src/Package/New-Package.ps1
}

function Publish {
    Pack
    & ./src/Package/Publish-Package.ps1
}

function Clean {
    Get-ChildItem -Path src, tests -Directory -Recurse -Include bin, obj | Remove-Item -Recurse -Force
    Import-Module ./tests/Windows/Wine.psm1
    Remove-WindowsShell
    Remove-Item -Path out -Recurse -Force -ErrorAction Ignore
}

try { & $Task } finally { Pop-Location }
