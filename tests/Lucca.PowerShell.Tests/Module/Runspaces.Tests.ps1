BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $manifest = (Get-Module Lucca).Path.Replace('Lucca.PowerShell.dll', 'Lucca.psd1')
    $credential = Get-TestCredential

    # What each of the eight runspaces makes, and how often faults are on the way.
    $calls = $env:LUCCA_TEST_LARGE ? 1000 : 100
    $rounds = 16

    function Get-TokenCount { @(Get-TestRequest -Token | Where-Object path -EQ '/connect/token').Count }
}

AfterAll {
    Stop-TestServer
}

Describe 'Many runspaces' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
        # Every now and then a few calls meet a fault that another attempt mends.
        foreach ($skip in 0..($rounds - 1) | ForEach-Object { [int] (0.45 * $calls) * $_ + 10 }) {
            Add-TestFault @{ Path = 'departments/'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '0' }; Skip = $skip }
            Add-TestFault @{ Path = 'departments/'; Kind = 'Reset'; Skip = $skip }
            Add-TestFault @{ Path = 'departments/'; Kind = 'Cut'; Bytes = 10; Skip = $skip }
        }
    }

    It 'share one session: each result is right, and one token serves them all' {
        $session = Connect-TestServer @{ Name = 'shared'; MaxRetry = 10 }
        $results = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            $number = $_
            $session = $using:session
            for ($i = 0; $i -lt $using:calls; $i++) {
                $id = 1 + ($number * 7 + $i) % 40
                [pscustomobject]@{ Wanted = "$id"; Got = (Get-LuccaDepartment $id -Session $session -ErrorAction Stop).Id }
            }
        }
        @($results).Count | Should -Be (8 * $calls)
        @($results | Where-Object { $_.Wanted -ne $_.Got }).Count | Should -Be 0
        Get-TokenCount | Should -Be 1
        @(Get-TestRequest | Where-Object fault).Count | Should -Be ($rounds * 3)
    }

    It 'with a session each: each result is right, and each session asks for one token' {
        $results = 1..8 | ForEach-Object {
            Start-ThreadJob -ThrottleLimit 8 {
                param($manifest, $uri, [pscredential] $credential, $number, $calls)
                Import-Module $manifest
                $null = Connect-Lucca $uri -Credential $credential -RateLimit 0 -MaxRetry 10
                for ($i = 0; $i -lt $calls; $i++) {
                    $id = 1 + ($number * 7 + $i) % 40
                    [pscustomobject]@{ Wanted = "$id"; Got = (Get-LuccaDepartment $id -ErrorAction Stop).Id }
                }
                Disconnect-Lucca
            } -ArgumentList $manifest, $server.Uri, $credential, $_, $calls
        } | Receive-Job -Wait -AutoRemoveJob
        @($results).Count | Should -Be (8 * $calls)
        @($results | Where-Object { $_.Wanted -ne $_.Got }).Count | Should -Be 0
        Get-TokenCount | Should -Be 8
        @(Get-TestRequest | Where-Object fault).Count | Should -Be ($rounds * 3)
    }

    It 'ask for one token a scope, though all need it at the same time' {
        Clear-TestFault
        $session = Connect-TestServer @{ Name = 'rush' }
        Clear-TestRequest
        Add-TestFault @{ Path = '/connect/token'; Delay = 500; Times = -1 }
        $names = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            (Get-LuccaDepartment 32 -Session $using:session).Name
            @(Get-LuccaEmployee -First 1 -Session $using:session).Count
        }
        @($names | Where-Object { $_ -eq 'Finances' }).Count | Should -Be 8
        Get-TokenCount | Should -Be 1
    }

    It 'renew a revoked token once for them all' {
        Clear-TestFault
        $session = Connect-TestServer @{ Name = 'revoked' }
        $null = Get-LuccaDepartment 32
        Revoke-TestToken
        Clear-TestRequest
        Add-TestFault @{ Path = '/connect/token'; Delay = 500; Times = -1 }
        $names = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            (Get-LuccaDepartment 32 -Session $using:session).Name
        }
        @($names | Where-Object { $_ -eq 'Finances' }).Count | Should -Be 8
        Get-TokenCount | Should -Be 1
    }

    It 'know their own sessions by name only' {
        $null = Connect-TestServer @{ Name = 'here' }
        $seen = Wait-Shell (Start-Shell {
            param($uri, [pscredential] $credential)
            @(Get-LuccaSession).Count
            try { Get-LuccaDepartment 32 -Session here } catch { $_.FullyQualifiedErrorId }
            $null = Connect-Lucca $uri -Credential $credential -RateLimit 0 -Name here
            (Get-LuccaDepartment 32 -Session here).Name
            Disconnect-Lucca here
        } $server.Uri, $credential)
        $seen[0] | Should -Be 0
        $seen[1] | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $seen[2] | Should -Be 'Finances'
        (Get-LuccaDepartment 32 -Session here).Name | Should -Be 'Finances'
    }

    It 'keep to one rate limit together' {
        # Two places in a minute, four runspaces with sessions of their own: two get through, two wait.
        Clear-TestFault
        $started = 1..4 | ForEach-Object {
            Start-Shell { param($uri, [pscredential] $credential) $null = Connect-Lucca $uri -Credential $credential -RateLimit 2; Get-LuccaDepartment 32 -Verbose } $server.Uri, $credential
        }
        try {
            Wait-Until { @($started | Where-Object { $_.Run.IsCompleted }).Count -eq 2 } -What 'two of four get through'
            Wait-Until { @($started | Where-Object { -not $_.Run.IsCompleted -and $_.Shell.Streams.Verbose -match 'the limit is 2 requests' }).Count -eq 2 } -What 'the others wait'
            @(Get-TestRequest).Count | Should -Be 2
        } finally {
            $started | ForEach-Object { $_.Shell.Stop() }
        }
    }
}

Describe 'The emulator in this process' {
    It 'serves eight runspaces at once' {
        $session = Connect-Lucca -Emulator -Name inside -SkipDefault
        $results = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            $session = $using:session
            foreach ($id in 1..40) { (Get-LuccaDepartment $id -Session $session -ErrorAction Stop).Id -eq "$id" }
        }
        @($results).Count | Should -Be 320
        $results | Should -Not -Contain $false
    }
}

Describe 'A runspace without a session of its own' {
    BeforeAll {
        $session = Connect-Lucca -Emulator -Name elsewhere
        $ask = { param($manifest, $arguments) Import-Module $manifest; try { Get-LuccaDepartment 32 @arguments } catch { $_ } }
    }

    It 'names -Session $using:session where another runspace has a session: <How>' -ForEach @(
        @{ How = 'ForEach-Object -Parallel'; Run = { param($arguments) $text = "$ask"; 1 | ForEach-Object -Parallel { & ([scriptblock]::Create($using:text)) $using:manifest $using:arguments } } }
        @{ How = 'Start-ThreadJob'; Run = { param($arguments) Start-ThreadJob $ask -ArgumentList $manifest, $arguments | Receive-Job -Wait -AutoRemoveJob } }
    ) {
        $problem = & $Run @{}
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaNotConnected,*'
        "$problem" | Should -Be 'Not connected to Lucca in this runspace.'
        $problem.ErrorDetails.RecommendedAction | Should -Match '-Session \$using:session'
        $problem = & $Run @{ Session = 'elsewhere' }
        "$problem" | Should -Match "no session 'elsewhere' in this runspace"
        $problem.ErrorDetails.RecommendedAction | Should -Match '-Session \$using:session'
    }
}
