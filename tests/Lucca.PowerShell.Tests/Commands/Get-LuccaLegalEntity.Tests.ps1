. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaLegalEntity -Id 1 -Path /lucca-api/legal-entities -Scope legal-entities.readonly -Filter @(
    @{ With = @{ CountryCode = 'FRA', 'DEU' }; Sent = 'countryCode=FRA,DEU' }
    @{ With = @{ IsArchived = $true }; Sent = 'isArchived=true' }
    @{ With = @{ IsArchived = $false }; Sent = 'isArchived=false' }
)

Describe 'Get-LuccaLegalEntity -CountryCode' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    It 'takes codes in any case' {
        (Get-LuccaLegalEntity -CountryCode fra, Deu).Id | Should -Be (Get-LuccaLegalEntity -CountryCode FRA, DEU).Id
    }

    It 'refuses what would find nothing, and names the code that is meant: <Given>' -ForEach @(
        @{ Given = 'fr'; Meant = 'For France, use FRA' }
        @{ Given = 'Germany'; Meant = 'For Germany, use DEU' }
        @{ Given = 'F1A'; Meant = 'such as FRA' }
    ) {
        Clear-TestRequest
        $thrown = Get-ThrownError { Get-LuccaLegalEntity -CountryCode CHE, $Given }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        "$thrown" | Should -Match "'$Given' is not a country code.*$Meant"
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'does not take nothing for all' {
        (Get-ThrownError { Get-LuccaLegalEntity -CountryCode '' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaLegalEntity -CountryCode @() }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
    }
}
