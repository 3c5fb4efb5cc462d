# A mock or a proxy of a command has its parameters without what transforms them, so the types of parameters convert by themselves.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule

    # Each command with its usual arguments.
    $calls = @(
        { Compare-LuccaEmployee @() @() }
        { Connect-Lucca example.ilucca.net -AccessToken (ConvertTo-SecureString x -AsPlainText) -Scope employees.readonly }
        { Connect-Lucca -Emulator -Today 2026-11-28 }
        { Disconnect-Lucca main }
        { Get-LuccaBusinessEstablishment -LegalEntity 1 }
        { Get-LuccaDepartment Finances, 7 }
        { 32 | Get-LuccaDepartment }
        { Get-LuccaEmployee 416 }
        { Get-LuccaEmployee 'Jane Doe', 417 -Include links }
        { Get-LuccaEmployee -Department Finances -StartsAfter 2026-11-01 -StartsBefore (Get-Date) }
        { Get-LuccaEmployee -Manager (Get-Variable PSVersionTable -ValueOnly) -EndsBefore ([System.DateTimeOffset]::Now) }
        { Get-LuccaEmployeeAttribute -Employee 416 -Definition e_tShirtSize, employment.start -AsOf (Get-Date) }
        { Get-LuccaEmployeeAttributeDefinition e_tShirtSize }
        { Get-LuccaEmployeePersonalRecord -Employee 416 -LegalGender female }
        { Get-LuccaEmployment 4016 }
        { Get-LuccaEmploymentTemplate 1 }
        { Get-LuccaEvent -Topic *.created -After (Get-Date).AddDays(-1) -Before 2026-11-28T08:00:00 }
        { Get-LuccaFile -Link https://example.ilucca.net/lucca-api/files/1 -OutFile x }
        { Get-LuccaJobPosition -Department 32, Finances -StartsOn 2026-11-28 }
        { Get-LuccaJobQualification -Profession 1 }
        { Get-LuccaLegalEntity -CountryCode FRA }
        { Get-LuccaOccupationCategory 1 }
        { Get-LuccaPortrait 874 -OutFile x }
        { Get-LuccaProbationaryPeriod -InitialEndsAfter (Get-Date) }
        { Get-LuccaProfession -IsArchived $false }
        { Get-LuccaSession main }
        { Get-LuccaTaxonomy 1 }
        { Get-LuccaTaxonomyLabel -Taxonomy 2 -Sort name }
        { Get-LuccaWebhookDelivery 503 }
        { Get-LuccaWebhookDeliveryAttempt -WebhookDelivery 503 }
        { Get-LuccaWebhookEndpoint -Status active }
        { Invoke-LuccaRequest departments -Query @{ search = 'fin' } -Method Get }
        { New-LuccaWebhookEndpoint -Name x -WebhookUrl https://hooks.example.com -Topic ping -BusinessEstablishment 1 }
        { Select-LuccaSession main }
        { Send-LuccaFile ./contract.pdf }
        { Send-LuccaFile -Content ([byte[]] (1, 2)) -FileName x }
        { Send-LuccaWebhookDelivery 1 -Event 303 }
        { Set-LuccaWebhookEndpoint 1 -Status active -BusinessEstablishment 1, 2 }
        { Test-LuccaSession -Session main -Scope employees.readonly }
        { Test-LuccaWebhookSignature -Body '{"id":"1"}' -Header @{ a = 'b' } -Secret (ConvertTo-SecureString x -AsPlainText) }
        { Test-LuccaWebhookSignature -Body ([byte[]] (1, 2)) -Header @{ a = 'b' } -Secret (ConvertTo-SecureString x -AsPlainText) }
    ).ForEach{ @{ Call = $_; Name = $_.Ast.Find({ $args[0] -is [System.Management.Automation.Language.CommandAst] -and "$($args[0].GetCommandName())" -like '*-Lucca*' }, $true).GetCommandName() } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
}

Describe 'A mock' {
    It 'takes <Call>' -ForEach $calls {
        Mock $Name { 'mocked' }
        & $Call | Should -Be 'mocked'
        Should -Invoke $Name -Times 1 -Exactly
    }

    It 'is tried of every command' -ForEach @{ Names = $calls.Name } {
        (Get-Command -Module Lucca).Name | Where-Object { $_ -notin $Names } | Should -BeNullOrEmpty
    }

    It 'is told apart by its arguments' {
        Mock Get-LuccaEmployee { 'other' }
        Mock Get-LuccaEmployee { 'Jane' } -ParameterFilter { $Id -eq '416' }
        Get-LuccaEmployee 416 | Should -Be 'Jane'
        Get-LuccaEmployee '416' | Should -Be 'Jane'
        Get-LuccaEmployee 417 | Should -Be 'other'
    }
}

Describe 'A proxy' {
    It 'gets what the command gets: <Script>' -ForEach @(
        @{ Name = 'Get-LuccaEmployee'; Script = { & $args[0] 416 }; Id = '416' }
        @{ Name = 'Get-LuccaEmployee'; Script = { (Get-LuccaEmployment 4016).Employee | & $args[0] }; Id = '416' }
        @{ Name = 'Get-LuccaEmployment'; Script = { & $args[0] -Employee 'Jane Doe' -StartsBefore (Get-Date) }; Id = '4016' }
        @{ Name = 'Get-LuccaDepartment'; Script = { 32, 7 | & $args[0] }; Id = '32', '7' }
    ) {
        $null = Connect-Lucca -Emulator -Today 2026-11-28
        $proxy = [scriptblock]::Create([System.Management.Automation.ProxyCommand]::Create((Get-Command $Name -CommandType Cmdlet)))
        (& $Script $proxy).Id | Should -Be $Id
        Disconnect-Lucca
    }
}

Describe 'A function with a parameter for an id' {
    It 'takes what the commands take' {
        function Test-Id([Lucca.ResourceId] $Id) { $Id }
        function Test-Ids([Lucca.ResourceId[]] $Id) { $Id }
        $null = Connect-Lucca -Emulator -Today 2026-11-28
        (Test-Id 416).Value | Should -Be '416'
        (Test-Id (Get-LuccaEmployee 416)).Value | Should -Be '416'
        (Test-Id ([pscustomobject] @{ Id = 7 })).Value | Should -Be '7'
        (Test-Ids 416, 'Jane Doe').Value | Should -Be '416', 'Jane Doe'
        (Get-LuccaEmployee (Test-Id 416)).Id | Should -Be '416'
        [Lucca.ResourceId] 416 -eq 416 | Should -BeTrue
        Disconnect-Lucca
    }
}
