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

Describe 'In a culture of other letters' {
    AfterEach {
        [cultureinfo]::CurrentCulture = $before
    }

    BeforeEach {
        $before = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = 'tr-TR'
    }

    It 'finds sessions by wildcard, whatever the case' {
        $null = Connect-Lucca -Emulator -Name 'PRINCIPAL' -SkipDefault
        (Get-LuccaSession princ*).Name | Should -Be 'PRINCIPAL'
        (Get-LuccaSession principal).Name | Should -Be 'PRINCIPAL'
        Disconnect-Lucca princi*
        Get-LuccaSession PRINC* | Should -BeNullOrEmpty
    }

    It 'takes words and wildcards in any case' {
        (Get-LuccaJobPosition 7016 -Expand BUSINESSESTABLISHMENT).BusinessEstablishment | Should -BeOfType [Lucca.BusinessEstablishment]
        (Get-LuccaJobPosition 7016 -Expand BUSI*).BusinessEstablishment | Should -BeOfType [Lucca.BusinessEstablishment]
        (Get-LuccaDepartment FINANCES).Id | Should -Be '32'
        (Get-LuccaDepartment FINANC*).Id | Should -Contain '32'
        @(Get-LuccaEmployee -Status ACTIVE -Include EMBEDDED, LINKS -First 1 -Sort ID).Count | Should -Be 1
        (Get-LuccaEvent -Topic *CREATED -First 1).Topic | Should -BeLike '*created'
        (TabExpansion2 'Get-LuccaDepartment fi').CompletionMatches.Count | Should -BeGreaterThan 0
    }
}
