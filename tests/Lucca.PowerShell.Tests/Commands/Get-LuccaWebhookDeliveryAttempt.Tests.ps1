. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaWebhookDeliveryAttempt -Id 701 -Path /lucca-api/webhook-delivery-attempts -Scope webhook-deliveries.readonly -Filter @(
    @{ With = @{ WebhookDelivery = 501, 503 }; Sent = 'webhookDelivery.id=501,503' }
) -Related @(
    @{ From = 'Get-LuccaWebhookDelivery 503'; Sent = 'webhookDelivery.id=503' }
)

Describe 'Get-LuccaWebhookDeliveryAttempt, when the server ignores the filter by delivery' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    It 'is an error, not the attempts of others' {
        Add-TestFault @{ path = 'attempts'; kind = 'replace'; body = '{"items":[{"id":"701","webhookDelivery":{"id":"501"}},{"id":"707","webhookDelivery":{"id":"503"}}]}' }
        $script:written = $null
        $failure = { $script:written = Get-LuccaWebhookDeliveryAttempt -WebhookDelivery 503 } | Should -Throw -PassThru
        $written | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadReply,Lucca.PowerShell.Cmdlets.GetLuccaWebhookDeliveryAttemptCommand'
    }
}
