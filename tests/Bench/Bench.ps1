<#
Measures the built module against the emulator's server, which runs in a process of its own, and sets every figure beside that of
PowerShell's own web cmdlets and of a bare HttpClient in the same run. Ratios are what to look at: they hold on a slow machine too.
'CPU' is the processor time of this process, which other processes disturb less than the time on the clock.
#>
param(
    [int] $Rounds = 11,
    [int] $Calls = 200,
    [int] $WarmUpCalls = 6000,
    [int] $DownloadMiB = 512,
    [int] $MemoryMiB = 1024
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module "$root/tests/Lucca.PowerShell.Tests/TestTenant.psm1" -Force
Import-Module "$root/tests/Pwsh.psm1"
Import-BuiltModule
Add-Type -Path "$PSScriptRoot/BareClient.cs" -IgnoreWarnings -WarningAction SilentlyContinue
$work = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-bench-$PID")
$server = Start-TestServer
$api = "$($server.Uri)/lucca-api"

function Measure-Duration([scriptblock] $Work) {
    [GC]::Collect()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Work
    $clock.Elapsed.TotalMilliseconds
}

# What an object of a list takes for as long as a script keeps it.
function Measure-Kept([scriptblock] $Work) {
    $null = & $Work
    $before = [GC]::GetTotalMemory($true)
    $kept = @(& $Work)
    ([GC]::GetTotalMemory($true) - $before) / $kept.Count
}

function Get-Median([double[]] $Values) { @($Values | Sort-Object)[[Math]::Floor($Values.Count / 2)] }

# The ways take turns, so that a busy moment of the machine falls on all of them.
function Compare-Way([string] $What, [int] $Rounds, [double] $Per, [string] $Unit, [System.Collections.IDictionary] $Ways, [int] $WarmUp = 1) {
    foreach ($name in $Ways.Keys) {
        foreach ($round in 1..$WarmUp) { $null = & $Ways[$name] }
    }

    $me = [System.Diagnostics.Process]::GetCurrentProcess()
    $seen = foreach ($round in 1..$Rounds) {
        foreach ($name in $Ways.Keys) {
            $me.Refresh()
            $before = $me.TotalProcessorTime
            $milliseconds = & $Ways[$name]
            $me.Refresh()
            [pscustomobject]@{ Name = $name; Time = $milliseconds; Cpu = ($me.TotalProcessorTime - $before).TotalMilliseconds }
        }
    }

    $ours = $null
    foreach ($name in $Ways.Keys) {
        $own = @($seen | Where-Object Name -EQ $name)
        $time, $cpu = (Get-Median $own.Time), [Math]::Max((Get-Median $own.Cpu), 1)
        $ours ??= $time, $cpu
        [pscustomobject]@{
            What = $What; Way = $name
            Time = [Math]::Round($time / $Per, 2); Cpu = [Math]::Round($cpu / $Per, 2); Unit = $Unit
            'Lucca / it' = [Math]::Round($ours[0] / $time, 2); 'Cpu: Lucca / it' = [Math]::Round($ours[1] / $cpu, 2)
        }
    }
}

# A figure of a fresh process, which imports the module, does some work, and prints one number.
function Get-Figure([string] $Script) {
    $file = Join-Path $work 'figure.ps1'
    Set-Content $file $Script
    [double] (Invoke-Pwsh -NonInteractive -File $file)
}

# A state of so many employees: those of the test tenant, again and again with other ids.
function New-StateFile([string] $Path, [int] $Count) {
    $null = Connect-Lucca -Emulator -Name state -SkipDefault
    Get-LuccaEmployee -Session state | Export-Clixml $Path
    Disconnect-Lucca state
    $text = [System.IO.File]::ReadAllText($Path)
    $start, $end = $text.IndexOf('  <Obj'), $text.LastIndexOf('</Objs>')
    $rows = [regex]::Split($text.Substring($start, $end - $start), '(?m)^(?=  <Obj)').Where{ $_ }
    $writer = [System.IO.StreamWriter]::new($Path)
    $writer.Write($text.Substring(0, $start))
    for ($i = 0; $i -lt $Count; $i++) { $writer.Write(($rows[$i % $rows.Count] -replace '(?<=^      <S N="Id">)\d+', "$($i + 1)")) }
    $writer.Write('</Objs>')
    $writer.Close()
}

try {
    Set-TestTenant @{ Departments = 1000 }
    $null = Connect-TestServer
    $form = @{ grant_type = 'client_credentials'; client_id = 'emulator'; client_secret = 'emulator-secret'; scope = 'departments.readonly employees.readonly files.readwrite' }
    $token = (Invoke-RestMethod "$($server.Uri)/connect/token" -Method Post -Body $form).access_token
    $headers = @{ Authorization = "Bearer $token"; 'Api-Version' = '2024-11-01' }
    $bare = [Lucca.Bench.BareClient]::new($server.Uri, $token)
    $file = Join-Path $work 'upload.bin'
    [System.IO.File]::WriteAllBytes($file, [byte[]]::new(95MB))
    $target = Join-Path $work 'download.bin'
    Add-TestFault @{ Path = 'portraits/1$'; Kind = 'Big'; Size = $DownloadMiB * 1MB; ContentType = 'image/jpeg'; Times = -1 }
    Add-TestFault @{ Path = 'portraits/2$'; Kind = 'Big'; Size = $MemoryMiB * 1MB; ContentType = 'image/jpeg'; Times = -1 }

    $results = @(
        # .NET compiles what runs often a second time, and better; the first thousands of calls measure the compiler. What they are
        # like is told by the first call, below.
        Compare-Way 'one call, one by one' -WarmUp ($WarmUpCalls / $Calls) $Rounds $Calls 'ms' ([ordered]@{
            'Lucca' = { Measure-Duration { for ($i = 0; $i -lt $Calls; $i++) { $null = Get-LuccaDepartment 32 } } }
            'Invoke-RestMethod' = { Measure-Duration { for ($i = 0; $i -lt $Calls; $i++) { $null = Invoke-RestMethod "$api/departments/32" -Headers $headers } } }
            'bare HttpClient' = { $bare.Get('/lucca-api/departments/32', $Calls) }
        })
        Compare-Way 'one of many ids, piped' $Rounds $Calls 'ms' ([ordered]@{
            'Lucca' = { Measure-Duration { 1..$Calls | Get-LuccaDepartment } }
            'Invoke-RestMethod' = { Measure-Duration { 1..$Calls | ForEach-Object { Invoke-RestMethod "$api/departments/$_" -Headers $headers } } }
            'bare HttpClient' = { $bare.Get('/lucca-api/departments/32', $Calls) }
        })
        Compare-Way 'list of 1,000' $Rounds 1 'ms' ([ordered]@{
            'Lucca' = { Measure-Duration { Get-LuccaDepartment } }
            'Invoke-RestMethod' = { Measure-Duration { 1..10 | ForEach-Object { (Invoke-RestMethod "$api/departments?limit=100&page=$_" -Headers $headers).items } } }
            'bare HttpClient' = { $bare.Get('/lucca-api/departments?limit=100', 10) }
        })
        Compare-Way "download of $DownloadMiB MiB" ([Math]::Min($Rounds, 5)) 1 'ms' ([ordered]@{
            'Lucca' = { Measure-Duration { Get-LuccaPortrait 1 -OutFile $target -Force } }
            'Invoke-WebRequest' = { Measure-Duration { Invoke-WebRequest "$api/portraits/1" -Headers $headers -OutFile $target } }
            'bare HttpClient' = { $bare.Download('/lucca-api/portraits/1', $target) }
        })
        Compare-Way "download of $MemoryMiB MiB" ([Math]::Min($Rounds, 5)) 1 'ms' ([ordered]@{
            'Lucca, progress shown' = { $ProgressPreference = 'Continue'; Measure-Duration { Get-LuccaPortrait 2 -OutFile $target -Force } }
            'Lucca, none shown' = { Measure-Duration { Get-LuccaPortrait 2 -OutFile $target -Force } }
        })
        Compare-Way 'upload of 95 MiB' ([Math]::Min($Rounds, 3)) 1 'ms' ([ordered]@{
            'Lucca' = { Measure-Duration { Send-LuccaFile $file } }
            'Invoke-RestMethod' = { Measure-Duration { Invoke-RestMethod "$api/files" -Method Post -Headers $headers -Form @{ form = Get-Item $file } } }
            'bare HttpClient' = { $bare.Upload('/lucca-api/files', $file) }
        })
    )
    $results | Format-Table -AutoSize | Out-String -Width 120

    $begin = "`$ProgressPreference = 'SilentlyContinue'; Import-Module '$root/out/Lucca/Lucca.psd1'"
    $connect = "`$null = Connect-Lucca '$($server.Uri)' -RateLimit 0 -Credential ([pscredential]::new('emulator', (ConvertTo-SecureString 'emulator-secret' -AsPlainText -Force)))"
    $measure = "`$me = [System.Diagnostics.Process]::GetCurrentProcess(); `$idle = `$me.PeakWorkingSet64; {0}; `$me.Refresh(); (`$me.PeakWorkingSet64 - `$idle) / 1MB"
    $time = "`$clock = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '{0}'; `$clock.Elapsed.TotalMilliseconds"
    $one = "`$null = Get-LuccaDepartment 32"
    $first = "$begin; $connect; `$clock = [System.Diagnostics.Stopwatch]::StartNew(); $one; `$clock.Elapsed.TotalMilliseconds"
    $connectRest = "`$ProgressPreference = 'SilentlyContinue'; `$form = @{ grant_type = 'client_credentials'; client_id = 'emulator'; client_secret = 'emulator-secret'; scope = 'departments.readonly' }; " +
        "`$token = (Invoke-RestMethod '$($server.Uri)/connect/token' -Method Post -Body `$form).access_token; `$headers = @{ Authorization = `"Bearer `$token`"; 'Api-Version' = '2024-11-01' }"
    $oneRest = "`$null = Invoke-RestMethod '$api/departments/32' -Headers `$headers"
    $firstRest = "$connectRest; `$clock = [System.Diagnostics.Stopwatch]::StartNew(); $oneRest; `$clock.Elapsed.TotalMilliseconds"
    $ours, $theirs = 'ours.ps1', 'theirs.ps1' | ForEach-Object { Join-Path $work $_ }
    Set-Content $ours "$begin; $connect; $one"
    Set-Content $theirs "$connectRest; $oneRest"
    $whole = 1..9 | ForEach-Object { [pscustomobject]@{ Lucca = Measure-Duration { Invoke-Pwsh -NonInteractive -File $ours }; Rest = Measure-Duration { Invoke-Pwsh -NonInteractive -File $theirs } } }
    $empty = Join-Path $work 'Empty.psd1'
    New-ModuleManifest $empty
    $import = 1..9 | ForEach-Object { [pscustomobject]@{ Lucca = Get-Figure ($time -f "$root/out/Lucca/Lucca.psd1"); Empty = Get-Figure ($time -f $empty) } }
    $state = Join-Path $work 'state.clixml'
    New-StateFile $state 10000
    $compareFiles = "$begin; `$clock = [System.Diagnostics.Stopwatch]::StartNew(); Compare-LuccaEmployee '$state' '$state' -WarningAction Ignore; `$clock.Elapsed.TotalSeconds"
    $people = "`$people = foreach (`$id in 1..50000) { [pscustomobject]@{ Id = `$id; GivenName = 'A'; FamilyName = `"B`$id`"; Status = 'active'; Email = `"b`$id@example.com`"; StartsOn = [datetime]::Today; Department = [pscustomobject]@{ Id = `$id % 40; Name = 'D' } } }"
    $compareObjects = "$begin; $people; `$me = [System.Diagnostics.Process]::GetCurrentProcess(); `$before = `$me.TotalProcessorTime; Compare-LuccaEmployee `$people `$people -WarningAction Ignore; `$me.Refresh(); (`$me.TotalProcessorTime - `$before).TotalSeconds"
    @(
        [pscustomobject]@{ What = '10,000 employees compared, both states from clixml, median'; Value = [Math]::Round((Get-Median (1..3 | ForEach-Object { Get-Figure $compareFiles })), 1); Unit = 's' }
        [pscustomobject]@{ What = '100,000 objects compared, 50,000 a state, processor time, median'; Value = [Math]::Round((Get-Median (1..3 | ForEach-Object { Get-Figure $compareObjects })), 1); Unit = 's' }
        [pscustomobject]@{ What = 'kept by an object of a list of 1,000, with its JSON'; Value = [Math]::Round((Measure-Kept { Get-LuccaDepartment })); Unit = 'bytes' }
        [pscustomobject]@{ What = 'the same with Invoke-RestMethod, without'; Value = [Math]::Round((Measure-Kept { 1..10 | ForEach-Object { (Invoke-RestMethod "$api/departments?limit=100&page=$_" -Headers $headers).items } })); Unit = 'bytes' }
        [pscustomobject]@{ What = "peak over idle, download of $MemoryMiB MiB"; Value = [Math]::Round((Get-Figure "$begin; $connect; $($measure -f "`$null = Get-LuccaPortrait 2 -OutFile '$target' -Force")"), 1); Unit = 'MB' }
        [pscustomobject]@{ What = 'peak over idle, upload of 95 MiB'; Value = [Math]::Round((Get-Figure "$begin; $connect; $($measure -f "`$null = Send-LuccaFile '$file'")"), 1); Unit = 'MB' }
        [pscustomobject]@{ What = 'first call of a fresh process after signing in, median'; Value = [Math]::Round((Get-Median (1..5 | ForEach-Object { Get-Figure $first }))); Unit = 'ms' }
        [pscustomobject]@{ What = 'the same with Invoke-RestMethod'; Value = [Math]::Round((Get-Median (1..5 | ForEach-Object { Get-Figure $firstRest }))); Unit = 'ms' }
        [pscustomobject]@{ What = 'a whole script: import, connect, one department; median'; Value = [Math]::Round((Get-Median $whole.Lucca)); Unit = 'ms' }
        [pscustomobject]@{ What = 'the same with two Invoke-RestMethod'; Value = [Math]::Round((Get-Median $whole.Rest)); Unit = 'ms' }
        [pscustomobject]@{ What = 'the one over the other'; Value = [Math]::Round((Get-Median $whole.ForEach{ $_.Lucca / $_.Rest }), 2); Unit = 'times' }
        [pscustomobject]@{ What = 'import in a fresh process, median'; Value = [Math]::Round((Get-Median $import.Lucca)); Unit = 'ms' }
        [pscustomobject]@{ What = 'the same for a module with nothing in it'; Value = [Math]::Round((Get-Median $import.Empty)); Unit = 'ms' }
    ) | Format-Table -AutoSize | Out-String -Width 120
} finally {
    Stop-TestServer
    Remove-Item $work -Recurse -Force
}
