BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Set-LuccaWebhookEndpoint' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'sends <Sent> and nothing else' -ForEach @(
        @{ With = @{ Name = 'Neu' }; Sent = '{"name":"Neu"}' }
        @{ With = @{ WebhookUrl = 'https://neu.example/' }; Sent = '{"webhookUrl":"https://neu.example/"}' }
        @{ With = @{ Topic = 'ping' }; Sent = '{"topics":["ping"]}' }
        @{ With = @{ ApiVersion = '2024-11-01' }; Sent = '{"apiVersion":"2024-11-01"}' }
        @{ With = @{ Status = 'Suspended' }; Sent = '{"status":"suspended"}' }
        @{ With = @{ BusinessEstablishment = 1, 3 }; Sent = '{"businessEstablishments":[{"id":"1"},{"id":"3"}]}' }
        @{ With = @{ AllBusinessEstablishments = $true }; Sent = '{"businessEstablishments":null}' }
    ) {
        Set-LuccaWebhookEndpoint 2 @With | Should -BeNullOrEmpty
        $request = (Get-TestRequest)[-1]
        "$($request.method) $($request.path) $($request.json)" | Should -Be "PATCH /lucca-api/webhook-endpoints/2 $Sent"
        $request.status | Should -Be 200
    }

    It 'takes endpoints from the pipeline and emits them with -PassThru' {
        $changed = Get-LuccaWebhookEndpoint 1, 3 | Set-LuccaWebhookEndpoint -Status inactive -PassThru
        $changed.Id | Should -Be '1', '3'
        $changed.Status | Should -Be 'inactive', 'inactive'
    }

    It 'changes nothing that has changed meanwhile' {
        $tag = (Get-LuccaWebhookEndpoint 1).ETag
        Set-LuccaWebhookEndpoint 1 -Name 'First' -IfMatch $tag
        $failure = Get-ThrownError { Set-LuccaWebhookEndpoint 1 -Name 'Second' -IfMatch $tag }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaPreconditionFailed,Lucca.PowerShell.Cmdlets.SetLuccaWebhookEndpointCommand'
        $failure.TargetObject | Should -Be '1'
        (Get-LuccaWebhookEndpoint 1).Name | Should -Be 'First'
    }

    It 'says so when there is nothing to change' {
        (Get-ThrownError { Set-LuccaWebhookEndpoint 1 }).FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.SetLuccaWebhookEndpointCommand'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'says with -WhatIf what would change: <Said>' -ForEach @(
        @{ With = @{ Status = 'INACTIVE' }; Said = 'Set Status to inactive on' }
        @{ With = @{ Name = 'Never'; Topic = 'Ping', 'employee.created' }; Said = "Set Name to 'Never', Topic to ping, employee.created on" }
        @{ With = @{ AllBusinessEstablishments = $true }; Said = 'Set BusinessEstablishment to all on' }
        @{ With = @{ BusinessEstablishment = 1, 3; WebhookUrl = 'https://hooks.example.com/x' }; Said = 'Set WebhookUrl to https://hooks.example.com/x, BusinessEstablishment to 1, 3 on' }
    ) {
        # What PowerShell writes for -WhatIf goes to the host: a transcript has it.
        $file = Join-Path $TestDrive ([guid]::NewGuid())
        $null = Start-Transcript $file
        Set-LuccaWebhookEndpoint 1 @With -WhatIf
        $null = Stop-Transcript
        ((Get-Content $file -Raw) -replace '\s+', ' ').Contains($Said) | Should -BeTrue
        (Get-TestRequest).Where{ $_.method -eq 'PATCH' } | Should -BeNullOrEmpty
    }

    It 'does nothing with -WhatIf' {
        Set-LuccaWebhookEndpoint 1 -Name 'Never' -WhatIf
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'makes a suspended endpoint active again' {
        Get-LuccaWebhookEndpoint -Status suspended | Set-LuccaWebhookEndpoint -Status active
        (Get-LuccaWebhookEndpoint 2).Status | Should -Be 'active'
    }

    It 'says what the address has to answer when Lucca does not make the endpoint active' {
        Add-TestFault @{ method = 'PATCH'; path = 'webhook-endpoints'; kind = 'status'; status = 400; times = 2 }
        (Get-ThrownError { Set-LuccaWebhookEndpoint 3 -Status active }).ErrorDetails.RecommendedAction | Should -BeLike '*?echo=*about_Lucca_Webhooks*'
        (Get-ThrownError { Set-LuccaWebhookEndpoint 3 -Name x }).ErrorDetails.RecommendedAction | Should -Not -BeLike '*echo*'
    }

    It 'sends a topic that is not known, with a warning' {
        $warnings = @(Set-LuccaWebhookEndpoint 3 -Topic planet.created, PING 3>&1)
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -BeLike "Unknown topic 'planet.created'*"
        (Get-TestRequest)[-1].json | Should -Be '{"topics":["planet.created","ping"]}'
    }

    It 'changes nothing where a pattern is all that is left of a name: <How>' -ForEach @(
        @{ How = 'changed'; Script = { Set-LuccaWebhookEndpoint "$never*" -Status inactive } }
        @{ How = 'pinged'; Script = { Send-LuccaWebhookDelivery ' * ' } }
        @{ How = 'piped'; Script = { '??*' | Send-LuccaWebhookDelivery } }
    ) {
        Clear-TestRequest
        $failure = Get-ThrownError $Script
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$failure" | Should -BeLike '*means all webhook endpoints*'
        (Get-TestRequest).Where{ $_.method -ne 'GET' } | Should -BeNullOrEmpty
    }

    It 'changes nothing for what does not say that it is an endpoint: <What>' -ForEach @(
        @{ What = 'a row of another kind'; Given = { 'Id,Name', '1,Direction' | ConvertFrom-Csv } }
        @{ What = 'an id beside an object'; Given = { Get-LuccaWebhookEndpoint 2 | Select-Object @{ n = 'Id'; e = { 1 } }, Name } }
        @{ What = 'a department'; Given = { Get-LuccaDepartment 1 } }
        @{ What = 'any object with an id'; Given = { [System.Threading.Tasks.Task]::new({ }) } }
    ) {
        $given = & $Given
        Clear-TestRequest
        $failure = Get-ThrownError { $given | Set-LuccaWebhookEndpoint -Status inactive }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-TestRequest).Where{ $_.method -ne 'GET' } | Should -BeNullOrEmpty
    }

    It 'changes the endpoint of a row: <How>' -ForEach @(
        @{ How = 'a part of the object'; Row = { Get-LuccaWebhookEndpoint 2 | Select-Object Id, Topics } }
        @{ How = 'CSV with its address'; Row = { Get-LuccaWebhookEndpoint 2 | Select-Object Id, WebhookUrl | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        (& $Row | Set-LuccaWebhookEndpoint -Name Lohnabrechnung -PassThru).Id | Should -Be 2
    }

    It 'goes on with the next after an unknown one' {
        $changed = 'no-such', '2' | Set-LuccaWebhookEndpoint -Name 'On' -PassThru -ErrorAction SilentlyContinue -ErrorVariable failures
        $changed.Id | Should -Be '2'
        $failures.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.SetLuccaWebhookEndpointCommand'
    }
}
