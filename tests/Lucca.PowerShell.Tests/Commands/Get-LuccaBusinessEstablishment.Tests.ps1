. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaBusinessEstablishment -Id 2 -Path /lucca-api/business-establishments -Scope business-establishments.readonly -Filter @(
    @{ With = @{ LegalEntity = 1, 3 }; Sent = 'legalEntity.id=1,3' }
    @{ With = @{ Search = 'zürich' }; Sent = 'search=zürich' }
    @{ With = @{ IsArchived = $false }; Sent = 'isArchived=false' }
) -Related @(
    @{ From = 'Get-LuccaLegalEntity -CountryCode FRA'; Sent = 'legalEntity.id=1,4' }
)
