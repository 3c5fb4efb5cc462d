. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaProfession -Id 2 -Path /lucca-api/professions -Scope job-qualifications.readonly -Filter @(
    @{ With = @{ IsArchived = $true }; Sent = 'isArchived=true' }
)
