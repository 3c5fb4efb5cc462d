BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $session = Connect-TestServer @{ TimeoutSec = 30 }
    $null = Get-LuccaDepartment 32

    # Runs a script in a shell and notes when each progress record came, counted from the start.
    function Watch-Progress([scriptblock] $Script, [object[]] $Argument) {
        $started = Start-Shell $Script $Argument
        $seen = [System.Collections.Generic.List[object]]::new()
        $records = $started.Shell.Streams.Progress
        while ($true) {
            $ended = $started.Run.IsCompleted
            foreach ($record in $records.ReadAll()) { $seen.Add([pscustomobject]@{ Time = $started.Clock.Elapsed.TotalSeconds; Record = $record }) }
            if ($ended) { break }
            Start-Sleep -Milliseconds 10
        }
        $ours = @($seen | Where-Object { $_.Record.Activity -like '*-Lucca*' })
        [pscustomobject]@{
            Shown = @($ours | Where-Object { $_.Record.RecordType -eq 'Processing' })
            Completed = @($ours | Where-Object { $_.Record.RecordType -eq 'Completed' })
            Seconds = $started.Clock.Elapsed.TotalSeconds
            Shell = $started
        }
    }

    # What was shown and what was taken off the screen again are the same bars.
    function Assert-Closed($Watched) {
        $open = @($Watched.Shown.Record.ActivityId | Sort-Object -Unique)
        @($Watched.Completed.Record.ActivityId | Sort-Object -Unique) | Should -Be $open
        foreach ($id in $open) {
            $last = @($Watched.Shown + $Watched.Completed | Where-Object { $_.Record.ActivityId -eq $id } | Sort-Object Time)[-1]
            $last.Record.RecordType | Should -Be 'Completed'
        }
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'Progress' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is not shown for what takes less than a second' {
        $watched = Watch-Progress { param($session) Get-LuccaDepartment 32 -Session $session } $session
        if ($watched.Seconds -ge 1) { Set-ItResult -Inconclusive -Because 'the machine took more than a second for one call' }
        $watched.Shown | Should -BeNullOrEmpty
        $watched.Completed | Should -BeNullOrEmpty
    }

    It 'is shown after a second, at most once a second, with a percentage of a known length' {
        # 2 MB in pieces of 64 kB, one each 110 ms: about three and a half seconds.
        Add-TestFault @{ Path = 'portraits'; Kind = 'Drip'; Size = 2MB; Bytes = 64KB; Interval = 110; ContentType = 'image/jpeg' }
        $watched = Watch-Progress { param($session, $out) Get-LuccaPortrait 401 -Session $session -OutFile $out } $session, (Join-Path $TestDrive 'a.jpg')
        $watched.Shown.Count | Should -BeGreaterOrEqual 2
        $watched.Shown.Count | Should -BeLessOrEqual ([int] $watched.Seconds + 1)
        $watched.Shown[0].Time | Should -BeGreaterOrEqual 1
        $percent = $watched.Shown.Record.PercentComplete
        $percent | ForEach-Object { $_ | Should -BeGreaterOrEqual 0; $_ | Should -BeLessOrEqual 100 }
        $percent[-1] | Should -BeGreaterThan $percent[0]
        $watched.Shown[0].Record.StatusDescription | Should -Match 'of 2\.1 MB'
        Assert-Closed $watched
    }

    It 'shows no percentage without a length' {
        Add-TestFault @{ Path = 'portraits'; Kind = 'Endless'; BodyBytes = '/9j/'; ContentType = 'image/jpeg' }
        $started = Start-Shell { param($session) Get-LuccaPortrait 401 -Session $session -OutFile $args[0] } $session, (Join-Path $TestDrive 'endless.jpg')
        Wait-Until { $started.Shell.Streams.Progress | Where-Object Activity -Like '*-Lucca*' } -What 'a progress record'
        $shown = @($started.Shell.Streams.Progress | Where-Object Activity -Like '*-Lucca*')
        $null = Stop-Shell $started
        $shown[0].PercentComplete | Should -Be -1
        $shown[0].StatusDescription | Should -Match '\d MB'
    }

    It 'stands below a total when many items are piped' {
        Add-TestFault @{ Path = 'portraits'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 130; ContentType = 'image/jpeg'; Times = -1 }
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'many')).FullName
        $watched = Watch-Progress { param($session, $out) 401, 402, 403 | Get-LuccaPortrait -Session $session -OutFile $out } $session, $folder
        $total = @($watched.Shown | Where-Object { $_.Record.StatusDescription -match 'done' })
        $total.Count | Should -BeGreaterOrEqual 1
        $nested = @($watched.Shown | Where-Object { $_.Record.ParentActivityId -eq $total[0].Record.ActivityId })
        $nested.Count | Should -BeGreaterOrEqual 1
        Assert-Closed $watched
    }

    It 'counts items that take no time' {
        Add-TestFault @{ Path = 'portraits'; Kind = 'Replace'; Delay = 60; Body = 'x'; ContentType = 'image/jpeg'; Times = -1 }
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'moments')).FullName
        $watched = Watch-Progress { param($session, $out) 1..60 | Get-LuccaPortrait -Session $session -OutFile $out } $session, $folder
        @($watched.Shown | Where-Object { $_.Record.StatusDescription -match '\d+ done|\d+ of \d+' }).Count | Should -BeGreaterOrEqual 2
        Assert-Closed $watched
    }

    It 'is taken off the screen when <What>' -ForEach @(
        @{ What = 'an error ends the command'; Status = 404; Script = { param($session, $out) Get-LuccaPortrait 401 -Session $session -OutFile $out -ErrorAction Stop } }
        @{ What = 'the credentials are refused'; Status = 401; Script = { param($session, $out) 401, 402 | Get-LuccaPortrait -Session $session -OutFile $out -ErrorAction SilentlyContinue } }
        @{ What = 'the pipeline has enough'; Status = 404; Script = { param($session, $out) 403, 402 | Get-LuccaPortrait -Session $session -OutFile $out | Select-Object -First 1 } }
    ) {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        Add-TestFault @{ Path = 'portraits/403'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 150; ContentType = 'image/jpeg' }
        Add-TestFault @{ Path = 'portraits'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '2' } }
        Add-TestFault @{ Path = 'portraits'; Kind = 'Status'; Status = $Status; Times = -1 }
        $watched = Watch-Progress $Script ($session, $folder)
        $watched.Shown | Should -Not -BeNullOrEmpty
        Assert-Closed $watched
    }

    It 'shows a wait for the rate limit: as a note at once, as progress after a second' {
        $paced = Connect-TestServer @{ Name = 'paced'; RateLimit = 2; SkipDefault = $true }
        $started = Start-Shell { param($session) 1..4 | ForEach-Object { Get-LuccaDepartment $_ -Session $session -Verbose } } $paced
        Wait-Until { $started.Shell.Streams.Verbose -match 'the limit is 2 requests in 60 s' }
        $early = @($started.Shell.Streams.Progress | Where-Object Activity -Like '*-Lucca*').Count
        Wait-Until { $started.Shell.Streams.Progress | Where-Object StatusDescription -Match 'rate limit \(2 requests in 60 s\)' }
        $started.Clock.Elapsed.TotalSeconds | Should -BeGreaterOrEqual 1
        $null = Stop-Shell $started
        $early | Should -Be 0
        @(Get-TestRequest).Count | Should -BeLessOrEqual 2
    }

    It 'makes no wait where the rate limit is 0' {
        $free = Connect-TestServer @{ Name = 'free'; RateLimit = 0; SkipDefault = $true }
        1..60 | ForEach-Object { $null = Get-LuccaDepartment 32 -Session $free }
        @(Get-TestRequest).Count | Should -Be 60
    }

    It 'is quiet under $ProgressPreference = SilentlyContinue' {
        Add-TestFault @{ Path = 'portraits'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 150; ContentType = 'image/jpeg' }
        $watched = Watch-Progress { param($session, $out) $ProgressPreference = 'SilentlyContinue'; Get-LuccaPortrait 401 -Session $session -OutFile $out } $session, (Join-Path $TestDrive 'quiet.jpg')
        $watched.Seconds | Should -BeGreaterThan 1.5
        $watched.Shown | Should -BeNullOrEmpty
        $watched.Completed | Should -BeNullOrEmpty
    }
}
