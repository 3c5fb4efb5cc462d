<#
Measures what the days and references of 1,200 employees cost where they are shown: the processor time of CSV and tables, beside that of
plain objects with the same properties and the same text. The goal is a ratio of at most 3. The least of all rounds counts, since other
work only adds to it.
#>
# After fewer rounds .NET has not compiled all that is hot, and the figures are of chance.
param([int] $Rounds = 80)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module "$PSScriptRoot/../Lucca.PowerShell.Tests/TestTenant.psm1" -Force
Import-BuiltModule

# Objects of Select-Object's kind that hold values of PowerShell's own: days as DateTime, whatever else as text.
function ConvertTo-Plain([object[]] $Employees, [string[]] $Names) {
    foreach ($employee in $Employees) {
        $row = [ordered]@{}
        foreach ($name in $Names) {
            $value = $employee.$name
            $row[$name] = if ($value -is [datetime]) { $value.AddTicks(0) } elseif ($null -ne $value) { "$value" }
        }
        [pscustomobject] $row
    }
}

# In milliseconds, the least of all rounds of each; they take turns.
function Measure-Least([System.Collections.IDictionary] $Ways) {
    $me = [System.Diagnostics.Process]::GetCurrentProcess()
    $least = @{}
    foreach ($round in 1..$Rounds) {
        foreach ($name in $Ways.Keys) {
            [GC]::Collect()
            $me.Refresh()
            $before = $me.TotalProcessorTime
            $null = & $Ways[$name]
            $me.Refresh()
            $spent = ($me.TotalProcessorTime - $before).TotalMilliseconds
            $least[$name] = [Math]::Min($least[$name] ?? [double]::MaxValue, $spent)
        }
    }
    $least
}

try {
    $null = Start-TestServer -Argument '--departments', 40, '--employees', 1200
    $null = Connect-TestServer
    $employees = Get-LuccaEmployee
    $all = $employees[0].PSObject.Properties.Name
    $shown = 'Id', 'Name', 'JobTitle', 'Department', 'StartsOn', 'Status', 'Manager', 'Email'
    $plain, $plainShown = @(ConvertTo-Plain $employees $all), @(ConvertTo-Plain $employees $shown)
    $ways = [ordered]@{
        'CSV of all properties' = @{ Lucca = { $employees | ConvertTo-Csv }; Plain = { $plain | ConvertTo-Csv } }
        'CSV of the columns of the table' = @{ Lucca = { $employees | Select-Object $shown | ConvertTo-Csv }; Plain = { $plain | Select-Object $shown | ConvertTo-Csv } }
        'table' = @{ Lucca = { $employees | Out-String }; Plain = { $plainShown | Format-Table | Out-String } }
        'list of all properties' = @{ Lucca = { $employees | Format-List $all | Out-String }; Plain = { $plain | Format-List $all | Out-String } }
    }
    $results = foreach ($what in $ways.Keys) {
        $least = Measure-Least $ways[$what]
        [pscustomobject]@{
            What = "$what, $($employees.Count) employees"; 'Lucca ms' = [Math]::Round($least.Lucca, 1); 'Plain ms' = [Math]::Round($least.Plain, 1)
            'Lucca / plain' = [Math]::Round($least.Lucca / $least.Plain, 2)
        }
    }
    $results | Format-Table -AutoSize | Out-String -Width 120
} finally {
    Stop-TestServer
}
