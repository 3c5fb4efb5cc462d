BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer
    $new = @{ Name = 'Paie'; WebhookUrl = 'https://hooks.example.com/paie'; Topic = 'employee.created', 'ping' }
}

AfterAll {
    Stop-TestServer
}

Describe 'New-LuccaWebhookEndpoint' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'sends what was given, the version of the session, and all establishments when none is named' {
        $null = New-LuccaWebhookEndpoint @new
        $request = (Get-TestRequest)[-1]
        "$($request.method) $($request.path)" | Should -Be 'POST /lucca-api/webhook-endpoints'
        $request.json | Should -Be '{"name":"Paie","webhookUrl":"https://hooks.example.com/paie","apiVersion":"2024-11-01","topics":["employee.created","ping"]}'
    }

    It 'takes establishments as objects, and a status' {
        $endpoint = New-LuccaWebhookEndpoint @new -BusinessEstablishment (Get-LuccaBusinessEstablishment 1, 3) -Status Active
        $endpoint.BusinessEstablishments.Id | Should -Be '1', '3'
        (Get-TestRequest)[-1].json | Should -BeLike '*"businessEstablishments":`[{"id":"1"},{"id":"3"}`],"status":"active"}'
    }

    It 'keeps the secret as a SecureString, and out of every stream, view and text' {
        $streams = New-LuccaWebhookEndpoint @new -Verbose -Debug *>&1
        $endpoint = $streams.Where{ $_ -is [Lucca.WebhookEndpoint] }[0]
        $endpoint.Secret | Should -BeOfType [securestring]
        $secret = [System.Net.NetworkCredential]::new('', $endpoint.Secret).Password
        $secret | Should -Match '^whsec_.{20,}'
        $shown = ($streams | Out-String -Width 4000) + ($endpoint | Format-List * -Force | Out-String -Width 4000) + ($endpoint | ConvertTo-Json -Depth 5) + "$endpoint" + ($endpoint | ConvertTo-Csv)
        $shown.Contains($secret) | Should -BeFalse
        (Get-LuccaWebhookEndpoint $endpoint.Id).Secret | Should -BeNullOrEmpty
    }

    It 'does nothing with -WhatIf' {
        New-LuccaWebhookEndpoint @new -WhatIf | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses an address that is not https before anything is sent' {
        $failure = Get-ThrownError { New-LuccaWebhookEndpoint Paie http://hooks.example.com ping }
        $failure.FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,Lucca.PowerShell.Cmdlets.NewLuccaWebhookEndpointCommand'
        $failure.Exception.Message | Should -BeLike '*is not an https address*'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'names the endpoint in the error when the server refuses it' {
        $failure = Get-ThrownError { New-LuccaWebhookEndpoint @new -BusinessEstablishment 999999 }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.NewLuccaWebhookEndpointCommand'
        $failure.TargetObject | Should -Be 'Paie'
        $failure.ErrorDetails.Message | Should -BeLike '*businessEstablishments*'
    }

    It 'completes every topic of the facts' {
        [string[]] $topics = (Get-Content $PSScriptRoot/../../Lucca.Client.Tests/Facts/topics.txt).Where{ $_ -notmatch '^#' }
        [array]::Sort($topics, [StringComparer]::Ordinal)
        (TabExpansion2 'New-LuccaWebhookEndpoint -Topic ').CompletionMatches.CompletionText | Should -Be $topics
        (TabExpansion2 'New-LuccaWebhookEndpoint -Topic job-p').CompletionMatches.CompletionText |
            Should -Be 'job-position.created', 'job-position.deleted', 'job-position.updated'
    }

    It 'sends a topic that is not known, with a warning, and spells the others as the API does' {
        $warnings = @(New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie planet.created, Leave-Request.Created 3>&1).Where{ $_ -is [System.Management.Automation.WarningRecord] }
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -BeLike "Unknown topic 'planet.created', sent anyway*"
        ((Get-TestRequest)[-1].json | ConvertFrom-Json).topics | Should -Be 'planet.created', 'leave-request.created'
    }
}
