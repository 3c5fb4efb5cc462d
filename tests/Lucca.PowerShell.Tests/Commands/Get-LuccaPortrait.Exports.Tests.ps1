BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $session = Connect-TestServer
    $command = 'Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'

    function Get-PortraitRequest { @(Get-TestRequest | Where-Object path -Like '*/portraits/*') }
}

AfterAll {
    Stop-TestServer
}

Describe 'Whole exports with Get-LuccaPortrait' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    }

    It 'goes on where it was stopped: no request for what is there, for 300 employees (1,200 with LUCCA_TEST_LARGE)' {
        $employees = $env:LUCCA_TEST_LARGE ? 1200 : 300
        $portraits = $employees / 12 * 11
        $pages = $employees / 100
        Set-TestTenant @{ Employees = $employees }
        $first = Get-LuccaEmployee | Get-LuccaPortrait -OutFile $folder -FileName '{Id}' -SkipExisting | Select-Object -First 100
        $first.Count | Should -Be 100
        (Get-PortraitRequest).Count | Should -Be 100

        Clear-TestRequest
        $all = Get-LuccaEmployee | Get-LuccaPortrait -OutFile $folder -FileName '{Id}' -SkipExisting
        $all.Count | Should -Be $portraits
        (Get-PortraitRequest).Count | Should -Be ($portraits - 100)
        @(Get-TestRequest).Count | Should -Be ($portraits - 100 + $pages)

        Clear-TestRequest
        (Get-LuccaEmployee | Get-LuccaPortrait -OutFile $folder -FileName '{Id}' -SkipExisting).Name | Should -Be $all.Name
        @(Get-TestRequest).Count | Should -Be $pages
        (Get-ChildItem $folder -Force).Count | Should -Be $portraits
        Set-TestTenant @{ }
    }

    It 'names files by <Template>' -TestCases @(
        @{ Template = '{Id}'; Name = '416.jpg' }
        @{ Template = '{Id}.jpeg'; Name = '416.jpeg' }
        @{ Template = '{GivenName}.{familyname}'; Name = 'Jane.Doe.jpg' }
        @{ Template = '{EmployeeId}-{PortraitId}.{Extension}'; Name = '416-874.jpg' }
        @{ Template = '{FullName} {{{Portrait.Id}}}'; Name = 'Jane Doe {874}.jpg' }
        @{ Template = { "$($_.FamilyName)/$($_.Id)" }; Name = 'Doe_416.jpg' }
        @{ Template = { "$($_.Id).png" }; Name = '416.png' }
    ) {
        $file = Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile $folder -FileName $Template
        $file.Name | Should -Be $Name
        $file.DirectoryName | Should -Be $folder
    }

    It 'names the file of a bare id, and of a row of a table' {
        (Get-LuccaPortrait 874 -OutFile $folder -FileName '{Id}').Name | Should -Be '874.jpg'
        ([pscustomobject]@{ Id = 874; Badge = 'A/7' } | Get-LuccaPortrait -OutFile $folder -FileName 'badge {Badge}').Name | Should -Be 'badge A_7.jpg'
        ([pscustomobject]@{ Id = 874; Badge = 'B\7' } | Get-LuccaPortrait -OutFile $folder -FileName 'badge {Badge}').Name | Should -Be 'badge B_7.jpg'
    }

    It 'takes a file of any extension for the existing one, and emits it' {
        Set-Content (Join-Path $folder '416.png') 'mine'
        $file = Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile $folder -FileName '{Id}' -SkipExisting
        $file.Name | Should -Be '416.png'
        (Get-PortraitRequest).Count | Should -Be 0
        $file = Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile $folder -FileName '{Id}.jpg' -SkipExisting
        $file.Name | Should -Be '416.jpg'
        (Get-PortraitRequest).Count | Should -Be 1
    }

    It 'skips what another process brings meanwhile' -ForEach @(@{ Name = '{Id}' }, @{ Name = '{Id}.jpg' }) {
        # The trace of the head comes down the pipeline before the file has its name.
        $others = Join-Path $folder '416.jpg'
        $employee = Get-LuccaEmployee 416
        $DebugPreference = 'Continue'
        $all = $employee | Get-LuccaPortrait -OutFile $folder -FileName $Name -SkipExisting -ErrorAction Stop 5>&1 | ForEach-Object {
            if ("$_" -like '< 200*image/jpeg*') { Set-Content $others 'theirs' }
            $_
        }
        @($all | Where-Object { $_ -is [System.IO.FileInfo] }).FullName | Should -Be $others
        Get-Content $others | Should -Be 'theirs'
        (Get-PortraitRequest).Count | Should -Be 1
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
    }

    It 'goes through one folder twice at once, without an error' {
        $shells = 1..2 | ForEach-Object {
            Start-Shell {
                param($session, $folder)
                Get-LuccaEmployee -Session $session | Get-LuccaPortrait -Session $session -OutFile $folder -FileName '{Id}' -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable failures
                foreach ($failure in $failures) { "$failure" }
            } $session, $folder
        }
        $written = @($shells | ForEach-Object { Wait-Shell $_ })
        $written | Where-Object { $_ -is [string] } | Should -BeNullOrEmpty
        $written.Count | Should -Be (2 * @(Get-ChildItem $folder -Force).Count)
    }

    It 'does not take an empty file for the existing one: <Name>' -ForEach @(@{ Name = '{Id}' }, @{ Name = '{Id}.jpg' }) {
        $null = New-Item (Join-Path $folder '416.jpg')
        (Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile $folder -FileName $Name -SkipExisting -ErrorAction Stop).Length | Should -BeGreaterThan 100
        (Get-PortraitRequest).Count | Should -Be 1
    }

    It 'does not take a link that leads nowhere for an existing file: <Name>' -Skip:$IsWindows -ForEach @(@{ Name = '{Id}' }, @{ Name = '{Id}.jpg' }) {
        $link, $end = '416.jpg', 'real.jpg' | ForEach-Object { Join-Path $folder $_ }
        & ln -s $end $link
        $null = Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile $folder -FileName $Name -SkipExisting -ErrorAction Stop
        (Get-Item $end).Length | Should -BeGreaterThan 100
        (Get-Item $link).LinkTarget | Should -Be $end
        (Get-PortraitRequest).Count | Should -Be 1
    }

    It 'does not take half a file of an earlier run for a whole one' {
        Set-Content (Join-Path $folder '.lucca-abc.tmp') 'half'
        (Get-LuccaPortrait 874 -OutFile $folder -FileName '.lucca-abc' -SkipExisting).Length | Should -BeGreaterThan 100
    }

    It 'skips a single file that is there' {
        $path = Join-Path $folder 'me.jpg'
        $first = Get-LuccaPortrait 874 -OutFile $path -SkipExisting
        $again = Get-LuccaPortrait 874 -OutFile $path -SkipExisting
        $again.LastWriteTimeUtc | Should -Be $first.LastWriteTimeUtc
        (Get-PortraitRequest).Count | Should -Be 1
    }

    It 'does not let two items share a name' {
        $errors = $null
        $files = Get-LuccaEmployee 401, 402 | Get-LuccaPortrait -OutFile $folder -FileName 'same' -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable errors
        @($files).Count | Should -Be 1
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be "LuccaFileExists,$command"
        $errors[0].TargetObject.Id | Should -Be '402'
        (Get-PortraitRequest).Count | Should -Be 1
    }

    It 'has an error of its own for an item that cannot be named, and goes on' {
        $errors = $null
        $rows = [pscustomobject]@{ Id = 874; Badge = '' }, [pscustomobject]@{ Id = 859; Badge = 'B' }
        $files = $rows | Get-LuccaPortrait -OutFile $folder -FileName '{Badge}' -ErrorAction SilentlyContinue -ErrorVariable errors
        $files.Name | Should -Be 'B.jpg'
        $errors[0].FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$command"
        $failing = $rows[1] | Get-LuccaPortrait -OutFile $folder -FileName { throw 'oh' } -ErrorAction SilentlyContinue -ErrorVariable errors
        $failing | Should -BeNullOrEmpty
        "$errors" | Should -BeLike '*oh*'
    }

    It 'ends before a request for <Name>' -TestCases @(
        @{ Name = 'a property that is not there'; With = @{ FileName = '{Nickname}' } }
        @{ Name = 'a folder in the template'; With = @{ FileName = 'photos/{Id}' } }
        @{ Name = 'an open brace'; With = @{ FileName = '{Id' } }
        @{ Name = '-SkipExisting without a name'; With = @{ SkipExisting = $true } }
        @{ Name = '-SkipExisting with -Force'; With = @{ SkipExisting = $true; Force = $true; FileName = '{Id}' } }
        @{ Name = '-Expand'; With = @{ Expand = 'Employee' } }
        @{ Name = '-Include'; With = @{ Include = 'links' } }
        @{ Name = 'a folder that is not there'; With = @{ FileName = '{Id}'; OutFile = 'TestDrive:/nowhere' } }
    ) {
        $arguments = @{ OutFile = $folder } + @{ }
        foreach ($pair in $With.GetEnumerator()) { $arguments[$pair.Key] = $pair.Value }
        $failure = Get-ThrownError { 874 | Get-LuccaPortrait @arguments }
        $failure.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$command"
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'ends before a request for a folder that is none of the file system''s' {
        $failure = Get-ThrownError { 874 | Get-LuccaPortrait -OutFile env:/ -FileName '{Id}' }
        $failure.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'shows how many of how many are done and when the limit lets it end, and leaves nothing when stopped' {
        $session = Connect-Lucca $server.Uri -Credential (Get-TestCredential) -RateLimit 5 -Name slow -SkipDefault
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($Module, $Session, $Folder)
                Import-Module $Module
                Get-LuccaEmployee -Session $Session -First 10 -Expand @() | Get-LuccaPortrait -Session $Session -OutFile $Folder -FileName '{Id}'
            }).AddArgument((Get-Module Lucca).Path).AddArgument($session).AddArgument($folder)
        $run = $shell.BeginInvoke()
        $until = [datetime]::Now.AddSeconds(60)
        do {
            Start-Sleep -Milliseconds 200
            $record = $shell.Streams.Progress.ReadAll() | Where-Object { $_.Activity -eq 'Get-LuccaPortrait' -and $_.StatusDescription -like '4 of 10 done*' } | Select-Object -Last 1
        } until ($record -or $run.IsCompleted -or [datetime]::Now -gt $until)
        $shell.Stop()
        $record.StatusDescription | Should -Match '^4 of 10 done, ends about \d\d:\d\d$'
        $record.SecondsRemaining | Should -BeGreaterOrEqual 72 # six more at five a minute
        $record.SecondsRemaining | Should -BeLessThan 600
        $record.PercentComplete | Should -Be 40
        (Get-ChildItem $folder -Force).Name | Should -Be '401.jpg', '402.jpg', '403.jpg', '404.jpg'
    }
}
