. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaWebhookDelivery -Id 503 -Path /lucca-api/webhook-deliveries -Scope webhook-deliveries.readonly
