. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaWebhookEndpoint -Id 1 -Path /lucca-api/webhook-endpoints -Scope webhook-endpoints.readonly -Filter @(
    @{ With = @{ Status = 'active', 'suspended' }; Sent = 'status=active,suspended' }
    @{ With = @{ ApplicationId = 'payroll' }; Sent = 'application.id=payroll' }
)
