# Shells of their own within this process: what runs while a test looks on, and may be stopped, as by Ctrl+C.
Set-StrictMode -Version Latest

$manifest = Resolve-Path (Join-Path $PSScriptRoot '../../out/Lucca/Lucca.psd1')

# Starts a script in a runspace that has the module; its arguments are those of its param block.
function Start-Shell {
    param([Parameter(Mandatory)] [scriptblock] $Script, [object[]] $Argument = @())
    $shell = [powershell]::Create()
    $null = $shell.AddScript('param($manifest) Import-Module $manifest').AddArgument("$manifest").Invoke()
    $shell.Commands.Clear()
    $null = $shell.AddScript($Script.ToString())
    foreach ($one in $Argument) { $null = $shell.AddArgument($one) }
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    [pscustomobject]@{ Shell = $shell; Output = $output; Clock = $clock; Run = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output) }
}

# Waits for a script's end; what it wrote, or the error that ended it.
function Wait-Shell {
    param([Parameter(Mandatory)] $Started, [int] $Seconds = 120)
    if (-not $Started.Run.AsyncWaitHandle.WaitOne($Seconds * 1000)) { $Started.Shell.Stop(); throw "The script did not end within $Seconds s." }
    $null = $Started.Shell.EndInvoke($Started.Run)
    $Started.Output
}

# Does what Ctrl+C does, and says how long it took and how the pipeline ended.
function Stop-Shell {
    param([Parameter(Mandatory)] $Started)
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $Started.Shell.Stop()
    $milliseconds = $clock.Elapsed.TotalMilliseconds
    $thrown = $null
    try { $null = $Started.Shell.EndInvoke($Started.Run) } catch { $thrown = $_.Exception.InnerException ?? $_.Exception }
    [pscustomobject]@{ Milliseconds = $milliseconds; State = $Started.Shell.InvocationStateInfo.State; Thrown = $thrown; Errors = @($Started.Shell.Streams.Error); Output = @($Started.Output) }
}

# Waits until something has come true.
function Wait-Until {
    param([Parameter(Mandatory)] [scriptblock] $Condition, [int] $Seconds = 60, [string] $What = "$Condition")
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($clock.Elapsed.TotalSeconds -gt $Seconds) { throw "It did not come true within $Seconds s: $What" }
        Start-Sleep -Milliseconds 20
    }
}

Export-ModuleMember -Function *-*
