BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
}

Describe 'Disconnect-Lucca' {
    BeforeEach {
        $null = Connect-Lucca -Emulator -Name one
        $null = Connect-Lucca -Emulator -Name two
    }

    AfterEach {
        Get-LuccaSession | Disconnect-Lucca
    }

    It 'closes the default session, and lets no other take its place unasked' {
        Disconnect-Lucca
        (Get-LuccaSession).Name | Should -Be 'one'
        $thrown = { Get-LuccaDepartment 32 } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $thrown.ErrorDetails.RecommendedAction | Should -Match 'one'
    }

    It 'closes by name, wildcard and object' {
        Disconnect-Lucca one
        Get-LuccaSession two | Disconnect-Lucca
        Get-LuccaSession | Should -BeNullOrEmpty
    }

    It 'takes names as -Session and from the pipeline, as every other command does' {
        Disconnect-Lucca -Session one
        (Get-LuccaSession).Name | Should -Be 'two'
        'two' | Disconnect-Lucca
        Get-LuccaSession | Should -BeNullOrEmpty
    }

    It 'closes what has brackets in its name, such as an IPv6 address' {
        $null = Connect-Lucca -Emulator -Name '[::1]:45812'
        Disconnect-Lucca '[::1]:45812'
        (Get-LuccaSession).Name | Should -Be 'one', 'two'
    }

    It 'has an error when there is nothing to close' {
        Disconnect-Lucca *
        (Get-ThrownError { Disconnect-Lucca }).FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.DisconnectLuccaCommand'
    }

    Context 'while another runspace uses the session' {
        BeforeAll {
            Import-Module $PSScriptRoot/../Shells.psm1 -Force
            $null = Start-TestServer
        }

        AfterAll {
            Stop-TestServer
        }

        It 'ends at once, with a clear error, a command of another runspace that was about to try again' {
            $session = Connect-TestServer @{ Name = 'taken away'; SkipDefault = $true }
            Add-TestFault @{ Path = 'departments/'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '100' } }
            $started = Start-Shell { param($session) try { Get-LuccaDepartment 1 -Session $session -ErrorAction Stop } catch { $_ } } $session
            Wait-Until { Get-TestRequest | Where-Object fault } -What 'the first attempt'
            Disconnect-Lucca 'taken away'
            $thrown = (Wait-Shell $started -Seconds 60)[0]
            $thrown.FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
            $thrown.Exception.Message | Should -Be "The session 'taken away' was disconnected."
        }
    }
}
