# What is given in place of a resource: nothing empty and nothing of another kind is ever taken for something else.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    # Every parameter that stands for resources, on every command. Those that name resources by other means are text on purpose.
    $parameters = foreach ($command in Get-Command -Module Lucca -CommandType Cmdlet) {
        foreach ($property in $command.ImplementingType.GetProperties()) {
            $attribute = $property.GetCustomAttributes($true).Where{ $_.GetType().BaseType.Name -eq 'ResourceIdAttribute' }[0]
            if ($attribute) {
                $model = $attribute.GetType().GenericTypeArguments[0] ?? ('Lucca.{0}' -f ($command.Noun -replace '^Lucca') -as [type])
                @{ Command = $command.Name; Parameter = $property.Name; Model = $model; Type = $property.PropertyType }
            }
        }
    }
    $piped = (Get-Command -Module Lucca -CommandType Cmdlet).Where{ $_.Parameters.ContainsKey('InputObject') }.ForEach{ @{ Command = $_.Name } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer

    # What else a command needs before it does anything.
    $needs = @{
        'Set-LuccaWebhookEndpoint' = @{ Name = 'x' }
        'New-LuccaWebhookEndpoint' = @{ Name = 'x'; WebhookUrl = 'https://x.example'; Topic = 'ping' }
    }

    # An object of another kind, whatever the kind wanted.
    function Get-Stranger([type] $model) {
        if ($model.Name -eq 'LegalEntity') { Get-LuccaProfession -First 1 } else { Get-LuccaLegalEntity -First 1 }
    }

    # Runs a command with one argument that does not fit; the error, and how many requests it cost.
    function Test-Refusal([string] $command, [string] $parameter, $value) {
        Clear-TestRequest
        $arguments = @{}
        foreach ($name in @($needs[$command]?.Keys)) { if ($name) { $arguments[$name] = $needs[$command][$name] } }
        if ($parameter -eq 'Root') { $arguments.Tree = $true }
        if ($parameter -eq 'Event') { $arguments.WebhookEndpoint = 1 }
        $arguments[$parameter] = $value
        $output = $null
        $problem = Get-ThrownError { & $command @arguments | ForEach-Object { throw "It emitted $_" } }
        [pscustomobject]@{ Error = $problem; Requests = @(Get-TestRequest).Count }
    }
}

AfterAll {
    Stop-TestServer
}

Describe '<Command> -<Parameter>' -ForEach $parameters {
    It 'knows the kind of resource that it stands for' {
        $Model | Should -Not -BeNullOrEmpty
        $Type | Should -BeIn ([Lucca.ResourceId]), ([Lucca.ResourceId[]])
    }

    It 'refuses <What>, and sends nothing' -ForEach @(
        @{ What = '$null'; Value = $null }
        @{ What = 'an empty text'; Value = '' }
        @{ What = 'a blank'; Value = ' ' }
        @{ What = 'an empty list'; Value = @() }
        @{ What = 'a list of $null'; Value = @($null) }
        @{ What = 'the null of a database'; Value = [DBNull]::Value }
        @{ What = 'a row whose Id is empty'; Value = [pscustomobject]@{ Id = $null; Name = 'x' } }
        @{ What = 'a row without an Id'; Value = [pscustomobject]@{ Name = 'x' } }
    ) {
        $refused = Test-Refusal $Command $Parameter $Value
        $refused.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $refused.Requests | Should -Be 0
    }

    It 'refuses an object, a reference and a row of another kind, and sends nothing' {
        $stranger = Get-Stranger $Model
        $row = $stranger | Select-Object Id, Url
        foreach ($one in $stranger, $row) {
            $refused = Test-Refusal $Command $Parameter $one
            $refused.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
            "$($refused.Error)" | Should -Match "Expected an? .* but got "
            $refused.Requests | Should -Be 0
        }
    }
}

Describe '<Command>' -ForEach $piped {
    It 'refuses <What> from the pipeline, and sends nothing' -ForEach @(
        @{ What = '$null'; Value = $null }
        @{ What = 'an empty text'; Value = '' }
        @{ What = 'a row whose Id is empty'; Value = [pscustomobject]@{ Id = ''; Name = 'x' } }
        @{ What = 'a row without an Id'; Value = [pscustomobject]@{ Name = 'x' } }
        @{ What = 'a table'; Value = @{ Name = 'x' } }
    ) {
        $arguments = $needs[$Command] ?? @{}
        Clear-TestRequest
        (Get-ThrownError { , $Value | & $Command @arguments }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses $null and an empty list as -InputObject, and sends nothing' {
        $arguments = $needs[$Command] ?? @{}
        Clear-TestRequest
        (Get-ThrownError { & $Command -InputObject $null @arguments }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { & $Command -InputObject @() @arguments }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'does nothing when the pipeline brings nothing' {
        $arguments = $needs[$Command] ?? @{}
        Clear-TestRequest
        @() | & $Command @arguments | Should -BeNullOrEmpty
        @(Get-TestRequest).Count | Should -Be 0
    }
}

Describe 'An id that was given and is empty' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'is an error by <How>, and never everybody' -ForEach @(
        @{ How = 'position'; Script = { Get-LuccaEmployee $null } }
        @{ How = '-Id'; Script = { Get-LuccaEmployee -Id $null } }
        @{ How = 'an empty column'; Script = { $row = 'LuccaId,Name', ',x' | ConvertFrom-Csv; Get-LuccaEmployee $row.LuccaId } }
        @{ How = 'a command that emits nothing'; Script = { Get-LuccaEmployee (Get-LuccaEmployee | Where-Object $false) } }
        @{ How = 'splatting'; Script = { $splat = @{ Id = $null }; Get-LuccaEmployee @splat } }
        @{ How = 'a property of the pipeline'; Script = { [pscustomobject]@{ Id = $null } | Get-LuccaEmployee } }
    ) {
        $written = @(& $Script 2>&1)
        $written.Count | Should -Be 1
        $written[0].FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeCommand'
        @((Get-TestRequest).Where{ $_.path -notmatch '/(employees|departments)$' -or $How -ne 'a command that emits nothing' }).Count | Should -Be 0
    }

    It 'does not spoil the ids beside it' {
        $found = Get-LuccaDepartment 1, $null, 3 -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Id | Should -Be '1', '3'
        $problems.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
    }

    It 'is a mistyped establishment that never means all establishments' {
        foreach ($script in { Set-LuccaWebhookEndpoint 1 -BusinessEstablishment $typo }, { New-LuccaWebhookEndpoint x https://x.example ping -BusinessEstablishment $typo }) {
            (Get-ThrownError $script).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        }
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'is the session too: an empty -Session is not the default' {
        foreach ($script in { Get-LuccaDepartment 32 -Session $typo }, { Set-LuccaWebhookEndpoint 1 -Name x -Session '' }) {
            (Get-ThrownError $script).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        }
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'is one of several values of a filter: it is not left out in silence' {
        (Get-ThrownError { Get-LuccaEmployee -Email 'a@example.com', '' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaEmployee -Department 1, $null }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        @(Get-TestRequest).Count | Should -Be 0
    }
}

Describe 'A command that needs an id' {
    It 'says what it needs when it is given none: <Command>' -ForEach @(
        @{ Command = 'Get-LuccaPortrait'; With = @{}; Kind = 'portrait' }
        @{ Command = 'Get-LuccaFile'; With = @{}; Kind = 'file' }
        @{ Command = 'Set-LuccaWebhookEndpoint'; With = @{ Name = 'x' }; Kind = 'webhook endpoint' }
    ) {
        Clear-TestRequest
        $problem = Get-ThrownError { & $Command @With }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -Match "needs the (id|link) of .*$Kind"
        $problem.ErrorDetails.RecommendedAction | Should -Match '^Give '
        @(Get-TestRequest).Count | Should -Be 0
    }
}

Describe 'What looks like an id' {
    It 'is one as <What>' -ForEach @(
        @{ What = 'a number'; Value = 32 }
        @{ What = 'a number of a spreadsheet'; Value = 32.0 }
        @{ What = 'a number of a database'; Value = [decimal] 32 }
        @{ What = 'text'; Value = '32' }
        @{ What = 'a row'; Value = [pscustomobject]@{ Id = 32 } }
    ) {
        (Get-LuccaDepartment $Value).Id | Should -Be '32'
        ($Value | Get-LuccaDepartment).Id | Should -Be '32'
        @(Get-LuccaEmployee -Department $Value -First 1).Count | Should -Be 1
    }

    It 'is none as <What>' -ForEach @(
        @{ What = 'a switch'; Value = $true }
        @{ What = 'a date'; Value = [datetime]::Today }
        @{ What = 'a list within a list'; Value = @(1, @(2, 3)) }
    ) {
        (Get-ThrownError { Get-LuccaDepartment $Value }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
    }

    It 'is asked for once, not by argument and pipeline both' {
        Clear-TestRequest
        (Get-ThrownError { 1, 2 | Get-LuccaDepartment -Id 3 }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        @(Get-TestRequest).Count | Should -Be 0
    }
}

Describe 'What has no id' {
    It 'is told what is wanted, and none of its contents' {
        "$(Get-ThrownError { [pscustomobject]@{ Pay = '4321' } | Get-LuccaEmployment })" | Should -Be 'An object without an id is neither an id nor an employment. Nothing was sent.'
        "$(Get-ThrownError { [pscustomobject]@{ Pay = '4321' } | Get-LuccaDepartment })" | Should -Be 'An object without an id is neither an id nor a department. Nothing was sent.'
    }
}

Describe 'A write' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'does not touch what has the same id by chance: <Script>' -ForEach @(
        @{ Script = { Get-LuccaBusinessEstablishment -First 1 | Set-LuccaWebhookEndpoint -Status inactive } }
        @{ Script = { Set-LuccaWebhookEndpoint (Get-LuccaBusinessEstablishment -First 1) -Status inactive } }
        @{ Script = { Get-LuccaBusinessEstablishment -First 1 | Select-Object Id, Url | Set-LuccaWebhookEndpoint -Status inactive } }
        @{ Script = { Get-LuccaDepartment 1 | Select-Object Id, Name | Set-LuccaWebhookEndpoint -Status inactive } }
        @{ Script = { $null | Send-LuccaWebhookDelivery } }
        @{ Script = { $null | Send-LuccaWebhookDelivery 1 } }
        @{ Script = { Get-LuccaDepartment 1 | Send-LuccaWebhookDelivery } }
        @{ Script = { (Get-LuccaDepartment 32).Manager | Send-LuccaWebhookDelivery } }
        @{ Script = { Send-LuccaWebhookDelivery (Get-LuccaEvent -First 1) } }
        @{ Script = { Send-LuccaWebhookDelivery 1 -Event (Get-LuccaDepartment 1) } }
    ) {
        (Get-ThrownError $Script).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-TestRequest).Where{ $_.method -ne 'GET' } | Should -BeNullOrEmpty
    }

    It 'takes what an event refers to for what it is' {
        $delivery = Get-LuccaWebhookDelivery | Where-Object Event | Select-Object -First 1
        ($delivery.Event | Send-LuccaWebhookDelivery -WebhookEndpoint 1).Event.Id | Should -Be $delivery.Event.Id
    }
}

Describe 'A row that Select-Object made of an object' {
    It 'is refused as the object is: <Script>' -ForEach @(
        @{ Script = { Get-LuccaLegalEntity 1 | Select-Object Id, Name | Get-LuccaDepartment }; Kind = 'legal entity 1' }
        @{ Script = { Get-LuccaDepartment (Get-LuccaLegalEntity 1 | Select-Object Id, Name) }; Kind = 'legal entity 1' }
        @{ Script = { Get-LuccaEmployee -Department (Get-LuccaLegalEntity 1 | Select-Object Id) }; Kind = 'legal entity 1' }
        @{ Script = { Get-LuccaEmployee 401 | Select-Object Id, Name | Get-LuccaDepartment }; Kind = 'employee 401' }
        @{ Script = { (Get-LuccaEmployee 416).Department | Select-Object Id, Name | Get-LuccaProfession }; Kind = 'department *' }
        @{ Script = { Get-LuccaDepartment -Tree | Select-Object Id, Depth -First 1 | Get-LuccaProfession }; Kind = 'department *' }
        @{ Script = { Get-LuccaLegalEntity 1 | Select-Object Id, Name | Export-Clixml $TestDrive/row.clixml; Import-Clixml $TestDrive/row.clixml | Get-LuccaDepartment }; Kind = 'legal entity 1' }
    ) {
        "$(Get-ThrownError $Script)" | Should -BeLike "*but got $Kind.*"
    }

    It 'is followed as the object is' {
        (Get-LuccaEmployee 416 | Select-Object Id, Name | Get-LuccaEmployment).Employee.Id | Select-Object -Unique | Should -Be '416'
        (Get-LuccaDepartment 32 | Select-Object Id, Name | Get-LuccaEmployee).Id | Should -Be (Get-LuccaEmployee -Department 32).Id
        (Get-LuccaEmployment -Employee 416 -First 1 | Select-Object Id, Employee | Get-LuccaEmployee).Id | Should -Be '416'
        (Get-LuccaEmployee 416 | Select-Object Id, Name | Get-LuccaEmployee).Id | Should -Be '416'
        (Get-LuccaEmployee -Department (Get-LuccaDepartment 32 | Select-Object Id)).Id | Should -Be (Get-LuccaEmployee -Department 32).Id
    }
}

Describe 'A filter that was given and is empty, or is an object' {
    It 'is an error, and never everybody: <Script>' -ForEach @(
        @{ Script = { Get-LuccaWebhookEndpoint -ApplicationId $null } }
        @{ Script = { Get-LuccaEmployee -Email $row } }
        @{ Script = { Get-LuccaEmployee -Search $row } }
        @{ Script = { Get-LuccaEmployment -RemoteId $row } }
        @{ Script = { Invoke-LuccaRequest "employees/$null" } }
        @{ Script = { Invoke-LuccaRequest "/lucca-api/webhook-endpoints/$null" -Method Delete -Confirm:$false } }
    ) {
        $row = [pscustomobject]@{ Name = 'Jane Doe' }
        Clear-TestRequest
        $problem = Get-ThrownError $Script
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -BeLike '*Nothing was sent.*'
        "$problem" | Should -Not -Match 'Jane'
        (Get-TestRequest).Count | Should -Be 0
    }
}
