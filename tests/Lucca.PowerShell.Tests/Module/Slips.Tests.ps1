# What a newcomer types by mistake is understood, or refused with a message that says what to type: never a silent empty answer.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'A message says what to type' {
    It 'names kinds in words: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployment -LegalEntity Nowhere }; Words = '*no legal entity*' }
        @{ Command = { Get-LuccaEmployment -LegalEntity 4711 }; Words = '*no legal entity*' }
        @{ Command = { Get-LuccaEmployment -LegalEntity (Get-LuccaDepartment 32) }; Words = '*Expected a legal entity but got department 32*' }
        @{ Command = { Get-LuccaEmployment -LegalEntity (Get-LuccaJobPosition -First 1) }; Words = '*got job position*' }
        @{ Command = { Get-LuccaJobPosition 999999 }; Words = '*no job position*' }
        @{ Command = { Get-LuccaJobPosition 999998, 999999 }; Words = '*no job position*' }
    ) {
        (Get-ThrownError $Command).ErrorDetails.Message | Should -BeLike $Words
    }
}
