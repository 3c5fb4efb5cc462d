. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaWebhookDeliveryAttempt -Id 701 -Path /lucca-api/webhook-delivery-attempts -Scope webhook-deliveries.readonly -Filter @(
    @{ With = @{ WebhookDelivery = 501, 503 }; Sent = 'webhookDelivery.id=501,503' }
) -Related @(
    @{ From = 'Get-LuccaWebhookDelivery 503'; Sent = 'webhookDelivery.id=503' }
)
