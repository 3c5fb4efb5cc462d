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
        foreach ($script in { Send-LuccaWebhookDelivery }, { Get-LuccaEmployee 416 | Send-LuccaWebhookDelivery -WebhookEndpoint 1 }) {
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

Describe 'Send-LuccaWebhookDelivery, for events of which only their deliveries know the endpoint' {
    BeforeEach {
        Set-TestTenant @{}
        $null = Connect-TestServer
        $null = Set-LuccaWebhookEndpoint 2 -Status active
        $own = @{}
        foreach ($delivery in Get-LuccaWebhookDelivery) { $own[$delivery.Event.Id] = $delivery.WebhookEndpoint.Id }
        Clear-TestRequest
    }

    It 'sends each to the endpoint that its delivery names: <What>' -ForEach @(
        @{ What = 'events of deliveries'; Script = { Get-LuccaWebhookDelivery -Status failed -Expand Event | ForEach-Object Event | Send-LuccaWebhookDelivery } }
        @{ What = 'references to them'; Script = { Get-LuccaWebhookDelivery -Status failed | ForEach-Object Event | Send-LuccaWebhookDelivery } }
        @{ What = 'failed events'; Script = { Get-LuccaEvent -Status failed | Send-LuccaWebhookDelivery } }
        @{ What = 'ids'; Script = { Send-LuccaWebhookDelivery -Event 301, 307, 315 } }
        @{ What = 'rows of events'; Script = { Get-LuccaEvent -Status failed | Select-Object Id, Topic | Send-LuccaWebhookDelivery } }
        @{ What = 'deliveries with their events'; Script = { Get-LuccaWebhookDelivery -Status failed -Expand * | Send-LuccaWebhookDelivery } }
    ) {
        $sent = @(& $Script)
        $sent.Count | Should -BeGreaterThan 2
        foreach ($one in $sent) { $one.WebhookEndpoint.Id | Should -Be $own[$one.Event.Id] }
    }

    It 'reads the deliveries once for all events' {
        $events = @(Get-LuccaEvent -Status failed)
        Clear-TestRequest
        $null = $events | Send-LuccaWebhookDelivery
        $asked = Get-TestRequest
        $asked.Where{ $_.method -eq 'GET' }.path | Should -Be '/lucca-api/webhook-deliveries'
        $asked.Where{ $_.method -eq 'POST' } | Should -HaveCount $events.Count
    }

    It 'reads no delivery when -WebhookEndpoint says where to' {
        $null = 301, 303 | Send-LuccaWebhookDelivery -WebhookEndpoint 1
        (Get-TestRequest).method | Should -Be 'POST', 'POST'
    }

    It 'says with -WhatIf where each would go' {
        $log = Join-Path $TestDrive 'whatif.txt'
        $null = Start-Transcript $log
        try { Get-LuccaEvent 301, 307 | Send-LuccaWebhookDelivery -WhatIf } finally { $null = Stop-Transcript }
        $said = @((Get-Content $log) -match 'What if:')
        $said[0] | Should -Match 'event 301 .*webhook endpoint 1'
        $said[1] | Should -Match 'event 307 .*webhook endpoint 2'
        (Get-TestRequest).method | Should -Not -Contain 'POST'
    }

    It 'refuses an event whose deliveries name several endpoints, and names them' {
        $null = Send-LuccaWebhookDelivery 3 -Event 301
        Clear-TestRequest
        $sent = @(Get-LuccaEvent 301, 307 | Send-LuccaWebhookDelivery -ErrorVariable failure -ErrorAction SilentlyContinue)
        $sent.Event.Id | Should -Be '307'
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.SendLuccaWebhookDeliveryCommand'
        "$($failure[0])" | Should -BeLike '*event 301*endpoints: 1, 3.*'
        $failure[0].TargetObject.Id | Should -Be '301'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*-WebhookEndpoint*'
        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -HaveCount 1
    }

    It 'refuses an event without a delivery' {
        $scheduled = Get-LuccaEvent -Status scheduled -First 1
        $failure = Get-ThrownError { $scheduled | Send-LuccaWebhookDelivery }
        "$failure" | Should -BeLike "*delivery of event $($scheduled.Id)*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-WebhookEndpoint*'
        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -BeNullOrEmpty
    }

    It 'sends nothing when <What>' -ForEach @(
        @{ What = 'it may not read the deliveries'; Fault = @{ Path = 'webhook-deliveries'; Method = 'GET'; Kind = 'Status'; Status = 403 } }
        @{ What = 'a delivery is malformed: it may name another endpoint'; Fault = @{ Path = 'webhook-deliveries'; Method = 'GET'; Kind = 'Replace'; Body = '{"type":"webhook-deliveries","totalCount":2,"items":[{"id":"501","type":"webhook-delivery","event":{"id":"301","type":"event"},"webhookEndpoint":{"id":"1","type":"webhook-endpoint"}},{"id":"502","type":"webhook-delivery","attemptsCount":"many"}]}' } }
    ) {
        Add-TestFault $Fault
        try { Get-ThrownError { 301 | Get-LuccaEvent | Send-LuccaWebhookDelivery } | Should -Not -BeNullOrEmpty } finally { Clear-TestFault }
        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -BeNullOrEmpty
    }

    It 'repeats a delivery in any form: <What>' -ForEach @(
        @{ What = 'a selection of its properties'; Script = { param($failed) $failed | Select-Object Id, Event, WebhookEndpoint } }
        @{ What = 'a row of CSV'; Script = { param($failed) $failed | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ What = 'JSON'; Script = { param($failed) $failed | ConvertTo-Json | ConvertFrom-Json } }
        @{ What = 'a saved object'; Script = { param($failed) $failed | Export-Clixml TestDrive:/failed.clixml; Import-Clixml TestDrive:/failed.clixml } }
        @{ What = 'a reference to it'; Script = { param($failed) ($failed | Get-LuccaWebhookDeliveryAttempt -First 1).WebhookDelivery } }
    ) {
        $failed = Get-LuccaWebhookDelivery -Status failed -First 1
        $again = & $Script $failed | Send-LuccaWebhookDelivery
        $again.Event.Id | Should -Be $failed.Event.Id
        $again.WebhookEndpoint.Id | Should -Be $failed.WebhookEndpoint.Id
    }

    It 'reads many deliveries to which there are references with one list' {
        $attempts = @(Get-LuccaWebhookDelivery -Status failed | Get-LuccaWebhookDeliveryAttempt).WebhookDelivery | Sort-Object Id -Unique
        Clear-TestRequest
        $null = $attempts | Send-LuccaWebhookDelivery
        @((Get-TestRequest).Where{ $_.method -eq 'GET' }).Count | Should -BeLessOrEqual 3
    }

    It 'takes ids for events when -WebhookEndpoint is given, and for endpoints otherwise' {
        (301, 307 | Send-LuccaWebhookDelivery -WebhookEndpoint 1).Event.Id | Should -Be '301', '307'
        (1, 3 | Send-LuccaWebhookDelivery).WebhookEndpoint.Id | Should -Be '1', '3'
    }

    It 'refuses what says the same thing twice: <Script>' -ForEach @(
        @{ Script = { Get-LuccaWebhookEndpoint 1 | Send-LuccaWebhookDelivery -WebhookEndpoint 3 } }
        @{ Script = { Get-LuccaEvent 301 | Send-LuccaWebhookDelivery -WebhookEndpoint 1 -Event 303 } }
        @{ Script = { Get-LuccaWebhookDelivery 501 | Send-LuccaWebhookDelivery -Event 303 } }
        @{ Script = { 301 | Send-LuccaWebhookDelivery -WebhookEndpoint 1 -Event 303 } }
    ) {
        (Get-ThrownError $Script).FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.SendLuccaWebhookDeliveryCommand'
        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -BeNullOrEmpty
    }

    It 'takes a row of few columns for what they say: <What>' -ForEach @(
        @{ What = 'an event'; Script = { Get-LuccaEvent 301 | Select-Object Id, Topic | Send-LuccaWebhookDelivery }; Goes = '301 to 1' }
        @{ What = 'a delivery'; Script = { Get-LuccaWebhookDelivery 501 | Select-Object Id, Event, WebhookEndpoint | Send-LuccaWebhookDelivery }; Goes = '301 to 1' }
        @{ What = 'an endpoint'; Script = { Get-LuccaWebhookEndpoint 3 | Select-Object Id, Topics | Send-LuccaWebhookDelivery }; Goes = 'ping to 3' }
        @{ What = 'an event of a file'; Script = { Get-LuccaEvent 301 | Export-Clixml TestDrive:/row.clixml; Import-Clixml TestDrive:/row.clixml | Send-LuccaWebhookDelivery }; Goes = '301 to 1' }
        @{ What = 'an endpoint in CSV'; Script = { Get-LuccaWebhookEndpoint 3 | Select-Object Id, Topics | ConvertTo-Csv | ConvertFrom-Csv | Send-LuccaWebhookDelivery }; Goes = 'ping to 3' }
        @{ What = 'an endpoint of your own making'; Script = { [pscustomobject]@{ Id = '3'; WebhookUrl = 'https://x.example' } | Send-LuccaWebhookDelivery }; Goes = 'ping to 3' }
    ) {
        $null = & $Script
        $sent = @((Get-TestRequest).Where{ $_.method -eq 'POST' })
        $sent | Should -HaveCount 1
        $body = $sent[0].json | ConvertFrom-Json
        "$($body.event ? $body.event.id : 'ping') to $($body.webhookEndpoint.id)" | Should -Be $Goes
    }

    It 'sends nothing for a row that does not say what it is: <What>' -ForEach @(
        @{ What = 'an id'; Script = { [pscustomobject]@{ Id = '3' } | Send-LuccaWebhookDelivery } }
        @{ What = 'the id of an event'; Script = { Get-LuccaEvent 301 | Select-Object Id | Send-LuccaWebhookDelivery } }
        @{ What = 'another id in a part of a delivery'; Script = { Get-LuccaWebhookDelivery 503 | Select-Object @{ n = 'Id'; e = { 502 } } | Send-LuccaWebhookDelivery } }
        @{ What = 'the id of an event in CSV'; Script = { Get-LuccaEvent 301 | Select-Object Id, OccurredAt | ConvertTo-Csv | ConvertFrom-Csv | Send-LuccaWebhookDelivery } }
        @{ What = 'the id and status of a delivery in JSON'; Script = { Get-LuccaWebhookDelivery 501 | Select-Object Id, Status | ConvertTo-Json | ConvertFrom-Json | Send-LuccaWebhookDelivery } }
        @{ What = 'an id, with an endpoint'; Script = { [pscustomobject]@{ Id = '501' } | Send-LuccaWebhookDelivery -WebhookEndpoint 1 } }
    ) {
        $failure = Get-ThrownError $Script
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$failure" | Should -BeLike '*does not say whether its Id is that of a webhook endpoint, an event or a delivery*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-WebhookEndpoint*-Event*'
        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -BeNullOrEmpty
    }

    It 'does not take a CloudEvent for an endpoint, or for an event of the same id' {
        $cloud = Get-LuccaEvent -CloudEvents -First 1
        foreach ($script in { $cloud | Send-LuccaWebhookDelivery }, { $cloud | Send-LuccaWebhookDelivery -WebhookEndpoint 1 }, { $cloud | ConvertTo-Json -Depth 5 | ConvertFrom-Json | Send-LuccaWebhookDelivery }) {
            (Get-ThrownError $script).ErrorDetails.RecommendedAction | Should -BeLike '*Get-LuccaEvent*'
        }
        (Get-TestRequest).Where{ $_.method -eq 'POST' } | Should -BeNullOrEmpty
    }
}
