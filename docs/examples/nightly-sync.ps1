#Requires -Version 7.6
#Requires -Modules Lucca

<#
.SYNOPSIS
    Finds who has joined, started, left or moved since the last run, and what else has changed.

.DESCRIPTION
    Run it every night, for example with cron, a systemd timer or Register-ScheduledTask:

        pwsh -NoProfile -File nightly-sync.ps1 -Directory /var/lib/lucca

    LUCCA_URI, LUCCA_CLIENT_ID and LUCCA_CLIENT_SECRET name the tenant and the key. The key needs the scopes employees.readonly,
    employments.readonly, job-positions.readonly and departments.readonly.

    The directory should be readable only by the account that runs the script. It holds:

    employees.clixml     the state: the employees as the last complete run found them
    changes-<time>.csv   the changes of one run, for the script or tool that acts on them and then removes the file. A run without
                         changes creates no file.
    nightly-sync.log     what each run did, with the time in UTC

    The exit code is 0 if the run is complete, and 1 if it failed. After a failure the state is the old one, so the next run catches up.
    If a run is killed after it has written the changes and before it has saved the state, the next run reports these changes again.

    The run fails and keeps the state, if
    - the list of employees is not complete,
    - more employees would be leavers than -LeaverLimit allows,
    - the state is of another tenant, was read with other filters, or is not complete,
    - there is no state, and -FirstRun does not say that this is right.

.PARAMETER Directory
    The directory of state, changes and log. It is created if it does not exist.

.PARAMETER LeaverLimit
    The maximum share of leavers, in percent. Up to 5 leavers are always accepted.

.PARAMETER FirstRun
    Saves the state and reports no changes. Needed once: a job that has lost its state must not start again unnoticed.

.PARAMETER Emulator
    Tries the script out with made-up people, without a tenant.

.OUTPUTS
    The file of changes, if there is any.

.EXAMPLE
    ./nightly-sync.ps1 -Emulator -FirstRun -Verbose

.EXAMPLE
    ./nightly-sync.ps1 -Directory /var/lib/lucca | Import-Csv | Where-Object Change -EQ Leaver
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    [ValidateNotNullOrEmpty()] [string] $Directory = './lucca-sync',
    [ValidateRange(0, 100)] [int] $LeaverLimit = 20,
    [switch] $FirstRun,
    [switch] $Emulator
)

$ErrorActionPreference = 'Stop'    # any error ends the run, and makes the exit code 1

$Directory = New-Item $Directory -ItemType Directory -Force
$state = Join-Path $Directory employees.clixml
$changesFile = Join-Path $Directory "changes-$(Get-Date -Format FileDateTimeUniversal).csv"

function Write-Log([string] $Text) {
    Write-Verbose $Text
    "$(Get-Date -AsUTC -Format u) $Text" | Add-Content -LiteralPath (Join-Path $Directory nightly-sync.log)
}

# Each file is written beside its target, and renamed when it is complete. This replaces the target in one step; Move-Item -Force would
# delete it first.
function Complete-File([string] $Path) { [System.IO.File]::Move("$Path.new", $Path, $true) }

$lucca = $null
try {
    $hasState = Test-Path -LiteralPath $state
    if (-not $hasState -and -not $FirstRun) { throw "There is no state '$state'. If this is the first run, use -FirstRun." }
    if ($hasState -and $FirstRun) { throw "There is a state '$state' already. Omit -FirstRun, or remove the state." }

    $source = $Emulator ? @{ Emulator = $true } : @{ FromEnvironment = $true }
    $lucca = Connect-Lucca @source -Name nightly-sync -SkipDefault
    Write-Log "Reading the employees of $($lucca.Uri.Host)."

    # If you add filters here, remove the state and use -FirstRun once.
    # Somebody may be missing from a list that changed while it was read, and would be a joiner in the next run: read it again then.
    $attempts = 0
    do {
        if ($attempts++ -eq 3) { throw 'The list of employees changed each time while it was read.' }
        $now = Get-LuccaEmployee -Session $lucca -WarningVariable warnings
    } while ($warnings -match 'changed while it was read')
    $changes = if ($hasState) { Compare-LuccaEmployee $state $now -LeaverLimit $LeaverLimit -Session $lucca -WarningVariable +warnings }
    $warnings | ForEach-Object { Write-Log "Warning: $_" }

    if ($changes) {
        $changes | Select-Object Change, Id, @{ Name = 'Name'; Expression = 'Employee' }, @{ Name = 'EmployeeNumber'; Expression = { $_.Employee.EmployeeNumber } },
            @{ Name = 'Email'; Expression = { $_.Employee.Email } }, Property, Before, After | Export-Csv -LiteralPath "$changesFile.new"
        Complete-File $changesFile
        $kinds = $changes | Group-Object Change | ForEach-Object { "$($_.Count) $($_.Name)" }
        Write-Log "Changes: $($kinds -join ', '). See $changesFile."
    }

    $now | Export-Clixml -LiteralPath "$state.new"
    Complete-File $state
    Write-Log "Done: $($now.Count) employees, $($changes.Count) changes."
    if ($changes) { Get-Item -LiteralPath $changesFile }
} catch {
    Write-Log "Failed: $_"
    throw
} finally {
    if ($lucca) { Disconnect-Lucca -Session $lucca }
}
