. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEvent -Id 303 -Path /lucca-api/events -Scope events.readonly -Filter @(
    @{ With = @{ Status = 'Failed' }; Sent = 'status=failed' }
)

Describe 'Get-LuccaEvent, where the API has no filter' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
        $all = Get-LuccaEvent
    }

    AfterAll {
        Stop-TestServer
    }

    BeforeEach {
        Clear-TestRequest
    }

    It 'keeps the topics that are wanted: <Topic>' -ForEach @(
        @{ Topic = 'employee.created'; Kept = 8 }
        @{ Topic = 'Employee.*'; Kept = 16 }
        @{ Topic = '*.created', 'job-position.*'; Kept = 22 }
        @{ Topic = 'leave.*'; Kept = 0 }
    ) {
        @(Get-LuccaEvent -Topic $Topic).Count | Should -Be $Kept
        (Get-TestRequest).query | Should -Not -Match 'topic'
    }

    It 'keeps what happened in a time, both ends included' {
        $from, $to = ($all.OccurredAt | Sort-Object)[4, 9]
        $kept = Get-LuccaEvent -After $from -Before $to
        $kept.Id | Should -Be $all.Where{ $_.OccurredAt -ge $from -and $_.OccurredAt -le $to }.Id
        $kept.Count | Should -Be 6
    }

    It 'takes a timestamp in any form: <_>' -ForEach '2023-02-01', '2023-02-01T00:00:00', ([datetime] '2023-02-01'), ([DateTimeOffset] [datetime] '2023-02-01'), ([DateOnly]::new(2023, 2, 1)) {
        (Get-LuccaEvent -After $_).Id | Should -Be $all.Where{ $_.OccurredAt -ge [datetime] '2023-02-01' }.Id
    }

    It 'refuses text that is not a timestamp, before anything is sent' {
        (Get-ThrownError { Get-LuccaEvent -After 'soon' }).Exception.Message | Should -BeLike "*'soon' is not a timestamp*"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'does not stop at an event that is older: the order is not documented' {
        $body = @{ items = @(@{ id = '1'; topic = 'ping'; occurredAt = '2024-01-01T00:00:00Z' }); links = @{ next = @{ href = '?page=!2' } } } | ConvertTo-Json -Depth 5
        Add-TestFault @{ path = 'events'; kind = 'replace'; body = $body }
        Add-TestFault @{ path = 'events'; kind = 'replace'; body = '{"items":[{"id":"2","topic":"ping","occurredAt":"2026-01-01T00:00:00Z"}]}' }
        (Get-LuccaEvent -After 2025-01-01).Id | Should -Be '2'
        (Get-TestRequest).Count | Should -Be 2
    }

    It 'counts what is kept for -First and -Skip' {
        (Get-LuccaEvent -Topic employee.updated -Skip 1 -First 2).Id | Should -Be '306', '310'
    }

    It 'knows no total of what is kept' {
        $total = (Get-LuccaEvent -Topic employee.updated -First 1 -IncludeTotalCount)[0]
        $total.PSObject.BaseObject | Should -Be 0
        $total.Accuracy | Should -Be 0
    }

    It 'refuses them with ids' {
        (Get-ThrownError { 301 | Get-LuccaEvent -Topic ping }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'completes topics' {
        (TabExpansion2 'Get-LuccaEvent -Topic leave.c').CompletionMatches.CompletionText | Should -Be 'leave.created'
    }
}

Describe 'Get-LuccaEvent -CloudEvents' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    BeforeEach {
        Clear-TestRequest
    }

    It 'asks for that form, and emits it word for word' {
        $events = Get-LuccaEvent -CloudEvents
        $events.Count | Should -Be 30
        $seen = Get-TestRequest
        $seen[0].headers.Accept | Should -Be 'application/cloudevents-batch+json'
        $names = ($events[0] | ConvertTo-Json -Depth 9 | ConvertFrom-Json).PSObject.Properties.Name
        $names | Should -Be specversion, id, type, source, time, comluccasoftwaredeliveriescount, comluccasoftwarefirstdeliverytime, comluccasoftwarelatestdeliverytime, comluccasoftwarewebhookendpointwebhookendpointid, comluccasoftwarewebhookendpointurl, data
        $events[0].PSObject.TypeNames[0] | Should -Be 'Lucca.CloudEvent'
        $events[0].data.id | Should -Be '401'
    }

    It 'filters, narrows and counts as the list does' {
        $null = Get-LuccaEvent -CloudEvents -Status failed
        (Get-TestRequest)[0].query | Should -BeLike '?status=failed&*'
        $some = Get-LuccaEvent -CloudEvents -Topic employee.* -After 2023-01-25 -Skip 1 -First 2
        $some.Count | Should -Be 2
        $some.type | ForEach-Object { $_ | Should -BeLike 'employee.*' }
    }

    It 'asks for no page that is not needed' {
        $null = Get-LuccaEvent -CloudEvents -First 3
        (Get-TestRequest).Count | Should -Be 1
        Get-LuccaEvent -CloudEvents -First 0
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'takes no ids' {
        (Get-ThrownError { 301 | Get-LuccaEvent -CloudEvents }).FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaEventCommand'
        (Get-TestRequest).Count | Should -Be 0
    }
}
