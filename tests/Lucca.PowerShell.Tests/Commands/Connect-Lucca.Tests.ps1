BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Connect-Lucca' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    AfterEach {
        Get-LuccaSession | Disconnect-Lucca
    }

    It 'emits the session, named after the host, and makes it the default' {
        $session = Connect-TestServer
        $session | Should -BeOfType [Lucca.LuccaSession]
        $session.Name | Should -Be ([uri] $server.Uri).Authority
        $session.ClientId | Should -Be 'emulator'
        (Get-LuccaDepartment 32).Name | Should -Be 'Finances'
    }

    It 'names the module and PowerShell in every request, or what -UserAgent says' {
        Clear-TestRequest
        $null = Connect-Lucca $server.Uri -Credential (Get-TestCredential) -SkipDefault -Name agent
        $version = (Get-Module Lucca).Version
        (Get-TestRequest -Token).headers.'user-agent' | Should -Be "Lucca-PowerShell/$version PowerShell/$($PSVersionTable.PSVersion) ($($IsWindows ? 'Windows' : $IsMacOS ? 'macOS' : 'Linux'))"
        $null = Connect-Lucca $server.Uri -Credential (Get-TestCredential) -SkipDefault -Name agent -UserAgent 'Mine/1'
        (Get-TestRequest -Token)[-1].headers.'user-agent' | Should -Be 'Mine/1'
    }

    It 'checks the credentials at once, and stops when they are refused' {
        $thrown = { Connect-Lucca $server.Uri -Credential (Get-TestCredential 'wr0ng&secret') } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $thrown.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $thrown.TargetObject | Should -Be $server.Uri
        $thrown.ErrorDetails.RecommendedAction | Should -Match 'integration key'
        ($thrown | Format-List * -Force | Out-String) + $thrown.Exception | Should -Not -Match 'wr0ng'
        Get-LuccaSession | Should -BeNullOrEmpty
    }

    It 'takes an access token, and learns at once when it is no good' {
        $token = (Invoke-RestMethod "$($server.Uri)/connect/token" -Method Post -Body @{
                grant_type = 'client_credentials'; client_id = 'emulator'; client_secret = 'emulator-secret'; scope = 'departments.readonly'
            }).access_token
        $null = Connect-Lucca $server.Uri -AccessToken (ConvertTo-SecureString $token -AsPlainText -Force)
        (Get-LuccaDepartment 32).Name | Should -Be 'Finances'
        $thrown = { Connect-Lucca $server.Uri -AccessToken (ConvertTo-SecureString 'no-good' -AsPlainText -Force) } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
    }

    It 'takes everything from the environment' {
        try {
            $env:LUCCA_URI, $env:LUCCA_CLIENT_ID, $env:LUCCA_CLIENT_SECRET = $server.Uri, 'emulator', 'emulator-secret'
            (Connect-Lucca -FromEnvironment).ClientId | Should -Be 'emulator'
            $env:LUCCA_CLIENT_SECRET = ''
            $thrown = { Connect-Lucca -FromEnvironment } | Should -Throw -PassThru
            $thrown.Exception.Message | Should -Match 'LUCCA_CLIENT_SECRET'
        }
        finally {
            Remove-Item env:LUCCA_URI, env:LUCCA_CLIENT_ID, env:LUCCA_CLIENT_SECRET -ErrorAction Ignore
        }
    }

    It 'needs no tenant for the emulator' {
        (Connect-Lucca -Emulator).IsEmulator | Should -BeTrue
        (Get-LuccaDepartment 32).RemoteId | Should -Be 'FIN'
    }

    It 'lets the people of the emulator live around -Today: <_>' -ForEach '2030-05-10', ([datetime] '2030-05-10T23:59') {
        $null = Connect-Lucca -Emulator -Today $_
        $starters = Get-LuccaEmployee -Status upcoming -StartsAfter 2030-06-01 -StartsBefore 2030-06-30
        $starters.Count | Should -BeGreaterThan 1
        (Get-LuccaEmployee -EndsAfter 2030-05-10 -EndsBefore 2030-05-31 -Status active).Count | Should -BeGreaterThan 1
        (Get-LuccaEmployee 416).StartsOn | Should -Be ([datetime] '2015-12-27')
    }

    It 'refuses -Today <Day>' -ForEach @(
        @{ Day = '10.05.2030'; Id = 'ParameterArgumentTransformationError,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'; Said = '*yyyy-MM-dd*' }
        @{ Day = '1999-12-31'; Id = 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'; Said = '-Today is 1999-12-31*2000 to 2999*' }
    ) {
        $thrown = { Connect-Lucca -Emulator -Today $Day } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be $Id
        $thrown.Exception.Message | Should -BeLike $Said
        Get-LuccaSession | Should -BeNullOrEmpty
    }

    It 'takes -Today for the emulator alone' {
        $thrown = { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -Today 2030-05-10 } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'AmbiguousParameterSet,*'
    }

    It 'refuses <Address> and says why, with nothing sent' -ForEach @(
        @{ Address = 'https://example.ilucca.net/departments'; Why = 'path' }
        @{ Address = 'http://example.ilucca.net'; Why = 'http' }
        @{ Address = 'ftp://example.ilucca.net'; Why = 'https' }
        @{ Address = 'https://user@example.ilucca.net'; Why = 'user name' }
        @{ Address = 'exa mple'; Why = 'host name' }
    ) {
        $thrown = { Connect-Lucca $Address -Credential (Get-TestCredential) } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $thrown.Exception.Message | Should -Match $Why
        $thrown.ErrorDetails.RecommendedAction | Should -Match 'Nothing was sent'
    }

    It 'refuses the proxy <Address> and says why, with nothing sent' -ForEach @(
        @{ Address = 'http://somebody:h1dden@127.0.0.1:9'; Why = 'Give credentials as -ProxyCredential' }
        @{ Address = 'http://somebody:h1/dden@127.0.0.1:9'; Why = 'Give credentials as -ProxyCredential' }
        @{ Address = 'somebody:h1dden@127.0.0.1'; Why = 'Give credentials as -ProxyCredential' }
        @{ Address = [uri] 'http://somebody:h1dden@127.0.0.1:9'; Why = 'Give credentials as -ProxyCredential' }
        @{ Address = 'ftp://127.0.0.1:9'; Why = 'not a proxy address' }
        @{ Address = 'my proxy'; Why = 'not a proxy address' }
    ) {
        $thrown = { Connect-Lucca example.ilucca.net -Credential (Get-TestCredential) -Proxy $Address } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $thrown.Exception.Message | Should -Match $Why
        "$($thrown.Exception.Message) $($thrown.TargetObject) $($thrown.InvocationInfo.BoundParameters['Proxy'])" | Should -Not -Match 'h1dden'
    }

    It 'takes a proxy without its scheme: <Address>' -ForEach @(@{ Address = '127.0.0.1:9' }, @{ Address = 'localhost:9' }, @{ Address = 'http://127.0.0.1:9' }) {
        $thrown = { Connect-Lucca example.ilucca.net -Credential (Get-TestCredential) -Proxy $Address -MaxRetry 0 } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaUnavailable,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
    }

    It 'refuses a token endpoint with a user name' {
        $thrown = { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -TokenUri 'https://somebody:h1dden@127.0.0.1:9/connect/token' } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$($thrown.Exception.Message) $($thrown.TargetObject)" | Should -Not -Match 'h1dden'
    }

    It 'keeps two sessions side by side, by name and by object' {
        $first = Connect-TestServer @{ Name = 'first' }
        $second = Connect-Lucca -Emulator -Name second
        (Get-LuccaSession).Name | Should -Be 'first', 'second'
        (Get-LuccaSession f*).Name | Should -Be 'first'
        Get-LuccaDepartment 32 | Should -Not -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0 -Because 'the session connected last is the default'
        $null = Get-LuccaDepartment 32 -Session first
        $null = Get-LuccaDepartment 32 -Session $first
        (Get-TestRequest).Count | Should -Be 2
        Disconnect-Lucca second
        $thrown = { Get-LuccaDepartment 32 -Session $second } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
    }

    It 'leaves the default alone with -SkipDefault' {
        $null = Connect-Lucca -Emulator -Name default
        $null = Connect-TestServer @{ Name = 'other'; SkipDefault = $true }
        $null = Get-LuccaDepartment 32
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'names the version it is told, and no other host' {
        $null = Connect-TestServer @{ ApiVersion = '2025-01-01' }
        $null = Get-LuccaDepartment 32
        (Get-TestRequest)[0].headers.'Api-Version' | Should -Be '2025-01-01'
    }

    It 'waits no longer than it is told' {
        $null = Connect-TestServer @{ TimeoutSec = 1; MaxRetry = 0 }
        Add-TestFault @{ Path = 'departments'; Delay = 30000 }
        (Get-ThrownError { Get-LuccaDepartment 32 }).Exception.Message | Should -Match 'did not begin to answer within 1 s'
    }

    It 'renews a revoked token once, unseen' {
        $null = Connect-TestServer
        $null = Get-LuccaDepartment 32
        Revoke-TestToken
        (Get-LuccaDepartment 32).Name | Should -Be 'Finances'
    }

    It 'passes a session to other runspaces' {
        $session = Connect-TestServer
        $manifest = Join-Path $PSScriptRoot '../../../out/Lucca/Lucca.psd1'
        $names = 1..4 | ForEach-Object -Parallel { Import-Module $using:manifest; (Get-LuccaDepartment 32 -Session $using:session -ErrorAction Stop).Name }
        $names | Should -Be (@('Finances') * 4)
    }
}

Describe 'Not connected' {
    It 'stops every command and says what to type' {
        $thrown = { Get-LuccaDepartment } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $thrown.CategoryInfo.Category | Should -Be 'ConnectionError'
        $thrown.ErrorDetails.RecommendedAction | Should -Match 'Connect-Lucca'
    }

    It 'says so for a name that is none' {
        $thrown = { Get-LuccaDepartment -Session nowhere } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $thrown.TargetObject | Should -Be 'nowhere'
    }
}
