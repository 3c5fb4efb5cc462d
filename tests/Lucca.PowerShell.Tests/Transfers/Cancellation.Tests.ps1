BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $session = Connect-TestServer @{ TimeoutSec = 120 }
    $null = Get-LuccaDepartment 32

    # What is stopped here would go on for a minute or more. Ctrl+C ends it at once; the bound leaves room for a busy machine.
    function Assert-Stopped($Stopped, [string] $What) {
        Write-Host ('    stopped {0} after {1:0} ms' -f $What, $Stopped.Milliseconds)
        $Stopped.State | Should -Be 'Stopped'
        $Stopped.Errors | Should -BeNullOrEmpty
        $Stopped.Thrown | Should -BeOfType [System.Management.Automation.PipelineStoppedException]
        $Stopped.Milliseconds | Should -BeLessThan 5000
    }

    function Wait-Request([string] $Path) {
        Wait-Until { Get-TestRequest -Token | Where-Object path -Match $Path } -What "a request for $Path"
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'Ctrl+C' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'ends the wait for a token' {
        Add-TestFault @{ Path = '/connect/token'; Delay = 60000 }
        $started = Start-Shell { param($uri, [pscredential] $credential) Connect-Lucca $uri -Credential $credential } $server.Uri, (Get-TestCredential)
        Wait-Request '/connect/token'
        Assert-Stopped (Stop-Shell $started) 'the wait for a token'
    }

    It 'ends the wait for the rate limit' {
        $paced = Connect-TestServer @{ Name = 'paced'; RateLimit = 1; SkipDefault = $true }
        $started = Start-Shell { param($session) $VerbosePreference = 'Continue'; 1, 2, 3 | ForEach-Object { Get-LuccaDepartment $_ -Session $session } } $paced
        Wait-Until { $started.Shell.Streams.Verbose -match 'the limit is 1 requests in 60 s' }
        Assert-Stopped (Stop-Shell $started) 'the wait for the rate limit'
        $started.Output.Count | Should -BeLessOrEqual 1
    }

    It 'ends the wait for the next attempt' {
        Add-TestFault @{ Path = 'departments'; Kind = 'Status'; Status = 503; Times = -1; Headers = @{ 'Retry-After' = '60' } }
        $started = Start-Shell { param($session) Get-LuccaDepartment 32 -Session $session -Verbose } $session
        Wait-Until { $started.Shell.Streams.Verbose -match 'Attempt 2 follows in 60' }
        Assert-Stopped (Stop-Shell $started) 'the wait for the next attempt'
        @(Get-TestRequest).Count | Should -Be 1
    }

    It 'ends the wait for the first byte' {
        Add-TestFault @{ Path = 'departments'; Delay = 60000 }
        $started = Start-Shell { param($session) Get-LuccaDepartment 32 -Session $session } $session
        Wait-Request 'departments'
        Assert-Stopped (Stop-Shell $started) 'the wait for the first byte'
    }

    It 'ends a body that has stalled' {
        Add-TestFault @{ Path = 'departments'; Kind = 'Stall'; Bytes = 10 }
        $started = Start-Shell { param($session) Get-LuccaDepartment 32 -Session $session -Debug } $session
        Wait-Until { $started.Shell.Streams.Debug -match '^< 200' } -What 'the head of the response'
        Assert-Stopped (Stop-Shell $started) 'a stalled body'
    }

    It 'ends the walk through pages, and asks for no other' {
        Add-TestFault @{ Path = 'employees'; Delay = 60000; Skip = 1; Times = -1 }
        $started = Start-Shell { param($session) Get-LuccaEmployee -Session $session -Expand @() } $session
        Wait-Until { @(Get-TestRequest).Count -eq 2 }
        Assert-Stopped (Stop-Shell $started) 'the second page'
        $started.Output.Count | Should -Be 100
        @(Get-TestRequest).Count | Should -Be 2
    }

    It 'ends an upload' {
        $path = Join-Path $TestDrive 'large.bin'
        [System.IO.File]::WriteAllBytes($path, [byte[]]::new(50MB))
        Add-TestFault @{ Path = 'files'; Method = 'POST'; Kind = 'Delay'; Delay = 60000 }
        $started = Start-Shell { param($session, $path) Send-LuccaFile $path -Session $session } $session, $path
        Wait-Request 'files'
        Assert-Stopped (Stop-Shell $started) 'an upload'
        { [System.IO.File]::Open($path, 'Open', 'ReadWrite', 'None').Dispose() } | Should -Not -Throw
    }

    It 'ends a download and leaves neither the target nor a temporary file' {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'stopped')
        Add-TestFault @{ Path = 'portraits'; Kind = 'Stall'; Size = 5MB; Bytes = 1MB }
        $started = Start-Shell { param($session, $out) Get-LuccaPortrait 401 -Session $session -OutFile $out } $session, "$folder/p.jpg"
        Wait-Until { Get-ChildItem $folder -Force | Where-Object Length -gt 0 } -What 'some bytes on disk'
        Assert-Stopped (Stop-Shell $started) 'a download'
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'leaves the session usable' {
        (Get-LuccaDepartment 32).Name | Should -Be 'Finances'
    }

    It 'lets no work go on behind a cmdlet that was ended while it wrote a note' {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'writing')
        Add-TestFault @{ Path = 'portraits'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '1' } }
        Add-TestFault @{ Path = 'portraits'; Kind = 'Stall'; Size = 1MB; Bytes = 4096; Times = -1 }
        $ended = Start-Shell { param($session, $out) $VerbosePreference = 'Stop'; Get-LuccaPortrait 402 -Session $session -OutFile $out } $session, "$folder/p.jpg"
        { Wait-Shell $ended } | Should -Throw

        # Another call waits for as long, from now on: when its next attempt has come, one of the ended call would have come before it.
        Add-TestFault @{ Path = 'departments'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '1' } }
        (Get-LuccaDepartment 32 -Session $session).Name | Should -Be 'Finances'
        @(Get-TestRequest | Where-Object path -Like '*portraits*').Count | Should -Be 1
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }
}
