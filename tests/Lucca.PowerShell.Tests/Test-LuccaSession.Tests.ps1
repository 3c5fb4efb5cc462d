BeforeAll {
    Import-Module $PSScriptRoot/TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Test-LuccaSession' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer -With @{ Name = 'tested'; MaxRetry = 0 }
    }

    It 'finds all well in a session that works' {
        $test = Test-LuccaSession
        $test | Should -BeOfType [Lucca.SessionTest]
        $test.Session | Should -Be 'tested'
        $test.Uri | Should -Be ([uri] $server.Uri)
        $test.IsOk, $test.IsReachable, $test.IsSignedIn | Should -Be $true, $true, $true
        $test.Scope | Should -Be 'departments.readonly'
        $test.Problem | Should -BeNullOrEmpty
        Test-LuccaSession -Quiet | Should -BeTrue
    }

    It 'tests with the scope that is asked for' {
        (Test-LuccaSession employees.readonly).Scope | Should -Be 'employees.readonly'
        (Get-ThrownError { Test-LuccaSession 'anything' }).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }

    It 'says what is wrong, and what to do, when the tenant fails' {
        Add-TestFault @{ kind = 'Status'; status = 503; times = -1; path = '^/lucca-api/' }
        $test = Test-LuccaSession
        $test.IsOk | Should -BeFalse
        $test.IsReachable | Should -BeTrue
        $test.Problem, $test.Advice | Should -Not -BeNullOrEmpty
        Test-LuccaSession -Quiet | Should -BeFalse
    }

    It 'shows a view without secrets' {
        $text = Test-LuccaSession | Out-String -Width 80
        $text | Should -Match '(?m)^\s*Reachable\s*: yes, 127\.0\.0\.1:\d+ in \d+ ms'
        $text | Should -Not -Match 'emulator-secret|eyJ'
    }
}
