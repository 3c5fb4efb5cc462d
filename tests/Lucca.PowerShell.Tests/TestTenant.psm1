# What the Pester files share: the built module, and a tenant behind real HTTP that can be told to fail.
Set-StrictMode -Version Latest

$root = Resolve-Path (Join-Path $PSScriptRoot '../..')
$script:server = $null

# The day on which the tests, and the examples of the help, find the emulator's people.
$today = '2026-11-28'

function Import-BuiltModule {
    Import-Module (Join-Path $root 'out/Lucca/Lucca.psd1') -Global -Force
}

# The emulator's server that was built last.
function Get-TestServerPath {
    (Get-ChildItem (Join-Path $root 'tests/Lucca.Emulator.Server/bin') -Recurse -Filter Lucca.Emulator.Server.dll |
        Where-Object FullName -NotMatch '[\\/]ref(int)?[\\/]' | Sort-Object LastWriteTime -Descending | Select-Object -First 1).FullName
}

# Starts the emulator's server on a free port; it ends with this process.
function Start-TestServer {
    param([string[]] $Argument = @())
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($one in @((Get-TestServerPath), '--urls', 'http://127.0.0.1:0', '--parent', $PID, '--today', $today) + $Argument) { $start.ArgumentList.Add($one) }
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch 'https?://[\d.]+:\d+') { throw "The emulator's server did not start: $line" }
    $script:server = [pscustomobject]@{ Uri = $Matches[0]; Process = $process }
    $script:server
}

function Stop-TestServer {
    if ($script:server) { $script:server.Process.Kill(); $script:server.Process.WaitForExit(); $script:server = $null }
}

function Get-TestCredential {
    param([string] $Secret = 'emulator-secret')
    [pscredential]::new('emulator', (ConvertTo-SecureString $Secret -AsPlainText -Force))
}

# Connects to the server; without a rate limit unless told otherwise, so that tests do not wait.
function Connect-TestServer {
    param([hashtable] $With = @{})
    $arguments = @{ Uri = $script:server.Uri; Credential = Get-TestCredential; RateLimit = 0 }
    foreach ($name in $With.Keys) { $arguments[$name] = $With[$name] }
    Connect-Lucca @arguments
}

# The requests that the server saw, oldest first; token requests only when asked for.
function Get-TestRequest {
    param([switch] $Token)
    $all = @((Invoke-RestMethod "$($script:server.Uri)/_emulator/requests") | ForEach-Object { $_ })
    @($all | Where-Object { $Token -or $_.path -ne '/connect/token' })
}

function Clear-TestRequest {
    $null = Invoke-RestMethod "$($script:server.Uri)/_emulator/requests" -Method Delete
}

function Add-TestFault {
    param([Parameter(Mandatory)] [hashtable] $Fault)
    $null = Invoke-RestMethod "$($script:server.Uri)/_emulator/faults" -Method Post -ContentType 'application/json' -Body ($Fault | ConvertTo-Json -Depth 5)
}

function Clear-TestFault {
    $null = Invoke-RestMethod "$($script:server.Uri)/_emulator/faults" -Method Delete
}

function Revoke-TestToken {
    $null = Invoke-RestMethod "$($script:server.Uri)/_emulator/revoke" -Method Post
}

function Set-TestTenant {
    param([hashtable] $Options)
    $body = @{ Today = $today } + $Options | ConvertTo-Json
    $null = Invoke-RestMethod "$($script:server.Uri)/_emulator/tenant" -Method Post -ContentType 'application/json' -Body $body
}

# What one Tab offers at the end of a line.
function Get-CompletionOnce {
    param([Parameter(Mandatory)] [string] $Line)
    (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
}

# What Tab offers where something is to be offered. It waits two seconds for the tenant, which on a busy machine may be too few: then
# PowerShell offers files, and one presses it again. Requests are those of the last time.
function Get-Completion {
    param([Parameter(Mandatory)] [string] $Line)
    foreach ($attempt in 1..20) {
        $offered = Get-CompletionOnce $Line
        if (@($offered).Where{ "$($_.ResultType)" -notlike 'Provider*' }) { break }
        Clear-TestRequest
    }
    $offered
}

# The first error of a command that is expected to fail, whatever its kind.
function Get-ThrownError {
    param([Parameter(Mandatory)] [scriptblock] $Script)
    $seen = $null
    try { $null = & $Script 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord] -and -not $seen) { $seen = $_ } } } catch { $seen = $_ }
    $seen
}

Export-ModuleMember -Function *-*
