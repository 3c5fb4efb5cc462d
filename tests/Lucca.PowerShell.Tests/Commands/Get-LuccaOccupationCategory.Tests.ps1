. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaOccupationCategory -Id 3 -Path /lucca-api/occupation-categories -Scope occupation-categories.readonly -Filter @(
    @{ With = @{ BusinessEstablishment = 1, 4 }; Sent = 'businessEstablishments.id=1,4' }
    @{ With = @{ Search = 'cadre' }; Sent = 'search=cadre' }
) -Related @(
    @{ From = 'Get-LuccaBusinessEstablishment 3'; Sent = 'businessEstablishments.id=3' }
)
