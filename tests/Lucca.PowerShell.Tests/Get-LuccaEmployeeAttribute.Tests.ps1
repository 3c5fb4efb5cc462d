. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployeeAttribute -Id 50002 -Path /lucca-api/employee-attributes -Scope employee-attributes.readonly -Limit 1000 -Filter @(
    @{ With = @{ Definition = 'e_badge_number', 'e_children' }; Sent = 'definition.id=e_badge_number,e_children' }
    @{ With = @{ AsOf = '2024-06-30' }; Sent = 'applicability.asOf=2024-06-30' }
) -Related @(
    @{ From = 'Get-LuccaEmployeeAttributeDefinition e_first_aider'; Sent = 'definition.id=e_first_aider' }
)
