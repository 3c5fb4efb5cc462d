BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Send-LuccaWebhookDelivery' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'pings an endpoint, by id or by object' {
        (Send-LuccaWebhookDelivery 1).WebhookEndpoint.Id | Should -Be '1'
        (Get-LuccaWebhookEndpoint 1, 3 | Send-LuccaWebhookDelivery).WebhookEndpoint.Id | Should -Be '1', '3'
        $sent = (Get-TestRequest).Where{ $_.method -eq 'POST' }
        $sent.query | Should -Be '?webhookEndpoint.id=1&event.topic=ping', '?webhookEndpoint.id=1&event.topic=ping', '?webhookEndpoint.id=3&event.topic=ping'
        $sent.json | Should -Be '{"webhookEndpoint":{"id":"1"}}', '{"webhookEndpoint":{"id":"1"}}', '{"webhookEndpoint":{"id":"3"}}'
    }

    It 'sends an event once more, by id or by object' {
        (Send-LuccaWebhookDelivery 1 -Event 303).Event.Id | Should -Be '303'
        (Get-LuccaEvent 301 | Send-LuccaWebhookDelivery -WebhookEndpoint (Get-LuccaWebhookEndpoint 3)).Event.Id | Should -Be '301'
        $sent = (Get-TestRequest).Where{ $_.method -eq 'POST' }
        $sent.query | Should -Be '?webhookEndpoint.id=1', '?webhookEndpoint.id=3'
        $sent.json | Should -Be '{"event":{"id":"303"},"webhookEndpoint":{"id":"1"}}', '{"event":{"id":"301"},"webhookEndpoint":{"id":"3"}}'
    }

    It 'repeats a delivery that failed, to the endpoint where it failed' {
        $failed = Get-LuccaWebhookDelivery | Where-Object Status -EQ failed | Select-Object -First 1
        $failed.WebhookEndpoint | Set-LuccaWebhookEndpoint -Status active
        $again = $failed | Send-LuccaWebhookDelivery
        $again.Event.Id | Should -Be $failed.Event.Id
        $again.WebhookEndpoint.Id | Should -Be $failed.WebhookEndpoint.Id
        $failed.WebhookEndpoint | Set-LuccaWebhookEndpoint -Status suspended
    }

    It 'sends nothing when it is not said where to, or when it cannot be said' {
        foreach ($script in { Send-LuccaWebhookDelivery }, { Get-LuccaEvent 301 | Send-LuccaWebhookDelivery }, { Get-LuccaEmployee 416 | Send-LuccaWebhookDelivery -WebhookEndpoint 1 }) {
            (Get-ThrownError $script).FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.SendLuccaWebhookDeliveryCommand'
        }

        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -BeNullOrEmpty
    }

    It 'says how a suspended endpoint becomes active when the delivery is refused' {
        $failure = Get-ThrownError { Send-LuccaWebhookDelivery 2 }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.SendLuccaWebhookDeliveryCommand'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Set-LuccaWebhookEndpoint*-Status active*'
    }

    It 'does nothing with -WhatIf' {
        Send-LuccaWebhookDelivery 1 -WhatIf | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0
    }
}
