. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEvent -Id 303 -Path /lucca-api/events -Scope events.readonly -Filter @(
    @{ With = @{ Status = 'Failed' }; Sent = 'status=failed' }
)
