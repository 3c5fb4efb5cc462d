. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaWebhookDelivery -Id 503 -Path /lucca-api/webhook-deliveries -Scope webhook-deliveries.readonly

Describe 'The name of a delivery' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    It 'is the topic where that is known; the type of the event''s reference tells nothing' {
        (Get-LuccaWebhookDelivery 503).Name | Should -Be '503'
        (Get-LuccaWebhookDelivery 503 -Include embedded).Name | Should -Match '^[a-z-]+\.(created|updated|deleted)$'
        Add-TestFault @{ path = 'deliveries'; kind = 'replace'; body = '{"id":"1","event":{"id":"2","type":"employee.created"}}' }
        (Get-LuccaWebhookDelivery 1).Name | Should -Be 'employee.created' -Because 'older servers have the topic there'
    }
}

Describe 'The deliveries of a status' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Connect-Lucca -Emulator -Today 2026-11-28
    }

    AfterAll {
        Disconnect-Lucca
    }

    It 'are those that have it: <_>' -ForEach 'delivered', 'undelivered', 'failed' {
        $status = $_
        $wanted = (Get-LuccaWebhookDelivery).Where{ $_.Status -eq $status }.Id
        $wanted.Count | Should -BeGreaterThan 0
        (Get-LuccaWebhookDelivery -Status $status.ToUpperInvariant()).Id | Should -Be $wanted
        (Get-LuccaWebhookDelivery -Status $status -First 1).Id | Should -Be $wanted[0]
        $other = 'delivered', 'failed' | Where-Object { $_ -ne $status } | Select-Object -First 1
        (Get-LuccaWebhookDelivery -Status $status, $other).Id | Should -Be (Get-LuccaWebhookDelivery).Where{ $_.Status -in $status, $other }.Id
    }
}
