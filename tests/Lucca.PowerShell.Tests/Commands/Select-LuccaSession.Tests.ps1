BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $one = Connect-Lucca -Emulator -Name one
    $null = Connect-Lucca -Emulator -Name two
}

AfterAll {
    Get-LuccaSession | Disconnect-Lucca
}

Describe 'Select-LuccaSession' {
    It 'makes a session the default, by <How>' -ForEach @(
        @{ How = 'name'; Select = { Select-LuccaSession one } }
        @{ How = 'object'; Select = { Select-LuccaSession $one } }
        @{ How = 'the pipeline'; Select = { Get-LuccaSession one | Select-LuccaSession } }
    ) {
        Select-LuccaSession two
        & $Select | Should -BeNullOrEmpty
        (Get-LuccaSession | Where-Object IsDefault).Name | Should -Be 'one'
    }

    It 'emits it with -PassThru' {
        (Select-LuccaSession two -PassThru).Name | Should -Be 'two'
    }

    It 'leaves the default as it is when there is no such session' {
        $problem = Get-ThrownError { Select-LuccaSession three }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.SelectLuccaSessionCommand'
        (Get-LuccaSession | Where-Object IsDefault).Name | Should -Be 'two'
    }

    It 'completes names' {
        (TabExpansion2 'Select-LuccaSession o').CompletionMatches.CompletionText | Should -Be 'one'
    }
}
