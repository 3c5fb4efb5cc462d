BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator -Name 'one'
    $null = Connect-Lucca -Emulator -Name 'two words'
}

Describe 'Get-LuccaSession' {
    It 'lists all, and by wildcard' {
        (Get-LuccaSession).Name | Should -Be 'one', 'two words'
        (Get-LuccaSession 't*').Name | Should -Be 'two words'
        Get-LuccaSession 'x*' | Should -BeNullOrEmpty
    }

    It 'marks the default' {
        (Get-LuccaSession | Where-Object IsDefault).Name | Should -Be 'two words'
        $lines = (Get-LuccaSession | Out-String -Width 80) -split '\r?\n'
        $lines -match '^Name ' | Should -Match 'Default$'
        $lines -match '^one ' | Should -Not -Match '\*'
        $lines -match '^two words ' | Should -Match '\*$'
    }

    It 'has an error for a name that is none' {
        (Get-ThrownError { Get-LuccaSession three }).FullyQualifiedErrorId | Should -Be 'LuccaNotConnected,Lucca.PowerShell.Cmdlets.GetLuccaSessionCommand'
    }

    It 'completes names, quoted where they need it' {
        (TabExpansion2 'Get-LuccaSession ').CompletionMatches.CompletionText | Should -Be 'one', "'two words'"
        (TabExpansion2 'Get-LuccaDepartment -Session "t').CompletionMatches.CompletionText | Should -Be '"two words"'
    }

    It 'shows a table without a secret' {
        Get-LuccaSession one | Out-String | Should -Match 'one\s+https://example.ilucca.net/\s+emulator'
        Get-LuccaSession one | Format-List * -Force | Out-String | Should -Not -Match 'secret'
    }
}
