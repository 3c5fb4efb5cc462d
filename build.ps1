<#
.SYNOPSIS
    Builds, tests and tours the module. Each task is a few lines over dotnet.
.EXAMPLE
    ./build.ps1 Demo
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Pack', 'Publish', 'Clean')]
    [string] $Task = 'Build',

    # With Test: the one Pester file to run, such as Get-LuccaFile, on what was built.
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

function Test {
    if ($File) { Invoke-Pwsh -File tests/Lucca.PowerShell.Tests/Invoke-Suite.ps1 "tests/Lucca.PowerShell.Tests/$File.Tests.ps1" } else { dotnet test --nologo }
}

function Demo {
    # Analyzers take half of a build's time and say nothing to somebody who wants to see the module at work.
    dotnet build src/Lucca.PowerShell --configuration $Configuration --verbosity quiet --nologo -p:RunAnalyzers=false
    Invoke-Pwsh -File tests/Demo.ps1
}

function Bench {
    Build
    dotnet build tests/Lucca.Emulator.Server --configuration $Configuration --verbosity quiet --nologo
    Invoke-Pwsh -File tests/Bench/Bench.ps1
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
    Remove-Item -Path out -Recurse -Force -ErrorAction Ignore
}

try { & $Task } finally { Pop-Location }
