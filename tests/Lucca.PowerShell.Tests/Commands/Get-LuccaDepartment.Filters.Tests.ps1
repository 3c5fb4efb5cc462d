. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaDepartment -Id 32 -Path /lucca-api/departments -Scope departments.readonly -Filter @(
    @{ With = @{ Search = 'fin' }; Sent = 'search=fin' }
    @{ With = @{ IsArchived = $true }; Sent = 'isArchived=true' }
)
