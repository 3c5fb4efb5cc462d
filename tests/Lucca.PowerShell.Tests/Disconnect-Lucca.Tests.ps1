BeforeAll {
    Import-Module $PSScriptRoot/TestTenant.psm1 -Force
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

    It 'has an error when there is nothing to close' {
        Disconnect-Lucca *
        (Get-ThrownError { Disconnect-Lucca }).FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.DisconnectLuccaCommand'
    }
}
