# Goes one way in a PowerShell of its own, in a module built to count what runs, and prints the files of src that hold what ran.
param([string] $Module, [string] $Way)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module "$PSScriptRoot/../Lucca.PowerShell.Tests/TestTenant.psm1" -Force
Import-Module $Module
Add-Type -Path "$PSScriptRoot/Ran.cs"
$null = Start-TestServer
$folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-house-$PID")
Push-Location $folder
try {
    # What a way begins with, such as connecting, is not part of it.
    $null = Connect-TestServer
    switch ($Way) {
        comparison { Get-LuccaEmployee | Export-Clixml state.clixml; $now = Get-LuccaEmployee }
        renewal { $null = Get-LuccaDepartment 32 }
    }
    $null = [House.Ran]::Take()
    # What runs for the call itself is not part of the renewal.
    $other = if ($Way -eq 'renewal') { $null = Get-LuccaDepartment 32; [House.Ran]::Take(); Revoke-TestToken }
    $null = switch ($Way) {
        id { Get-LuccaDepartment 32 }
        name { 'Finances' | Get-LuccaDepartment }
        expand { Get-LuccaEmployee -Department Finances -Expand Manager }
        portrait { Get-LuccaPortrait 874 -OutFile . }
        comparison { Compare-LuccaEmployee state.clixml $now }
        renewal { Get-LuccaDepartment 32 }
    }
    [House.Ran]::Take().Where{ $_ -notin $other }
} finally {
    Pop-Location
    Stop-TestServer
    Remove-Item $folder -Recurse -Force
}
