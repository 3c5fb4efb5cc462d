BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
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
        $both = Test-LuccaSession departments.readonly, employees.readonly
        $both.IsOk | Should -BeTrue
        $both.Scope | Should -Be 'departments.readonly employees.readonly'
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

    It 'finds nothing wrong with a scope whose resource has no list: <_>' -ForEach 'files.readonly', 'files.readwrite' {
        $test = Test-LuccaSession $_
        $test.Problem | Should -BeNullOrEmpty
        $test.IsOk, $test.IsReachable, $test.IsSignedIn, $test.Scope | Should -Be $true, $true, $true, $_
    }

    It 'finds what is wrong with such a scope: a host that answers, but not as Lucca does' {
        Add-TestFault @{ kind = 'Html'; status = 404; times = -1; path = '^/lucca-api/' }
        (Test-LuccaSession files.readonly).IsOk | Should -BeFalse
    }

    It 'does not say that the tenant is out of reach when only the token is refused' {
        Add-TestFault @{ kind = 'Status'; status = 503; times = -1; path = '/connect/token' }
        $test = Test-LuccaSession employees.readonly
        $test.IsOk | Should -BeFalse
        $test.IsReachable | Should -BeNullOrEmpty
        $test | Out-String | Should -Match 'Reachable : not asked, for want of a token: 127\.0\.0\.1:'
        "$($test.Problem)" | Should -BeLike "No token from $($server.Uri)/connect/token: *"
    }

    It 'knows the key that lacks no more than the scope' {
        Set-TestTenant @{ GrantedScopes = @('departments.readonly') }
        try {
            $test = Test-LuccaSession employees.readonly
            $test.IsSignedIn | Should -BeTrue
            $test.Problem | Should -Match 'none of the scopes employees\.readonly, employees\.readwrite'
        } finally { Set-TestTenant @{ } }
    }

    It 'shows a view without secrets' {
        $text = Test-LuccaSession | Out-String -Width 80
        $text | Should -Match '(?m)^\s*Reachable\s*: yes, 127\.0\.0\.1:\d+ in \d+ ms'
        $text | Should -Not -Match 'emulator-secret|eyJ'
    }
}
