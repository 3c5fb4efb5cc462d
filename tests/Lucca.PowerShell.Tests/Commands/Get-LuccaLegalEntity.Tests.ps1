. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaLegalEntity -Id 1 -Path /lucca-api/legal-entities -Scope legal-entities.readonly -Filter @(
    @{ With = @{ CountryCode = 'FRA', 'DEU' }; Sent = 'countryCode=FRA,DEU' }
    @{ With = @{ IsArchived = $true }; Sent = 'isArchived=true' }
    @{ With = @{ IsArchived = $false }; Sent = 'isArchived=false' }
)
