# What Get-Member, Tab and Format-List * tell of an object: also the properties that JSON and CSV leave out, since another one says the same.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $resources = @([Lucca.Api.Resources]::All).ForEach{ @{ Model = $_.Model; Command = "Get-Lucca$($_.Model.Name)"; IsListed = $_.HasList } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator -Today 2026-11-28

    # Those that have no list.
    $alone = @{ Portrait = { Get-LuccaPortrait 874 }; File = { 'x' | Set-Content TestDrive:/contract.pdf; Send-LuccaFile TestDrive:/contract.pdf } }

    # The name that another resource has for the same, for those who look for it here: no page teaches them. ReadFrom is for the files of
    # Compare-LuccaEmployee, and the same for all objects of a list. The last is PowerShell's own.
    $untold = 'FullName', 'LegalName', 'Title', 'ReadFrom', 'pstypenames'

    function Get-HiddenMember($Object) {
        ($Object | Get-Member -Force -MemberType CodeProperty, AliasProperty, ScriptProperty).Name.Where{ $_ -notin @($Object.PSObject.Properties.Name) + $untold }
    }
}

AfterAll {
    Disconnect-Lucca
}

Describe 'The members of <Model>' -ForEach $resources {
    BeforeAll {
        $one = if ($IsListed) { & $Command -First 1 } else { & $alone[$Model.Name] }
        $hidden = @(Get-HiddenMember $one)
    }

    It 'are all named by Get-Member, and by no other name' {
        $one | Should -BeOfType $Model
        @(($one | Get-Member -MemberType Dynamic).Name) | Sort-Object | Should -Be ($hidden | Sort-Object)
        @($one.PSObject.Properties.Name) + $hidden | Should -Contain 'Name'
    }

    It 'are all shown by Format-List *, and taken by Select-Object *' {
        $list = $one | Format-List * | Out-String
        foreach ($name in $hidden) {
            $list | Should -Match "(?m)^\W*$name\W*:"
            "$(($one | Select-Object *).$name)" | Should -BeExactly "$($one.$name)" -Because $name
        }
    }

    It 'are in JSON and CSV once: those that repeat another are not there' {
        foreach ($name in $hidden) {
            ($one | ConvertTo-Csv)[0] | Should -Not -Match """$name"""
            ($one | ConvertTo-Json -Depth 1 -WarningAction Ignore | ConvertFrom-Json).PSObject.Properties.Name | Should -Not -Contain $name
        }
    }
}

Describe 'What the help teaches' {
    It 'is shown where all is shown: <Name>' -ForEach @(
        @{ Name = 'Employment'; Script = { Get-LuccaEmployee 416 } }
        @{ Name = 'JobPosition'; Script = { Get-LuccaEmployee 416 } }
        @{ Name = 'Text'; Script = { Get-LuccaEmployeeAttribute -First 1 } }
        @{ Name = 'Name'; Script = { Get-LuccaEmployment -First 1 } }
        @{ Name = 'Name'; Script = { Get-LuccaJobPosition -First 1 } }
        @{ Name = 'Name'; Script = { Get-LuccaWebhookDelivery -First 1 -Expand Event } }
    ) {
        $one = & $Script
        ($one | Get-Member).Name | Should -Contain $Name
        ($one | Format-List * | Out-String) | Should -Match "(?m)^\W*$Name\W*: \S"
        (TabExpansion2 -inputScript '$one.' -cursorColumn 5).CompletionMatches.CompletionText | Should -Contain $Name
        ($one | ForEach-Object $Name) | Should -Not -BeNullOrEmpty
        ($one | Select-Object -ExpandProperty $Name) | Should -Not -BeNullOrEmpty
    }

    It 'is a property that there is: <_>' -ForEach @(
        (Get-ChildItem $PSScriptRoot/../../../docs/en-US -Filter *.md | Select-String -Pattern '`\$(employee|attribute|position|employment|event)\.(\w+)`' -AllMatches).Matches.Value | Sort-Object -Unique
    ) {
        $null = $_ -match '\$(\w+)\.(\w+)'
        $command, $name = @{ employee = 'Get-LuccaEmployee'; attribute = 'Get-LuccaEmployeeAttribute'; position = 'Get-LuccaJobPosition'; employment = 'Get-LuccaEmployment'; event = 'Get-LuccaEvent' }[$Matches[1]], $Matches[2]
        (& $command -First 1 | Get-Member).Name | Should -Contain $name
    }
}

Describe 'An object of the module' {
    It 'has few methods' {
        # PowerShell lists the methods of interfaces, GetMetaObject among them: no type file and no explicit implementation can hide one.
        ((Get-LuccaEmployee 416) | Get-Member -MemberType Method).Name | Should -Be 'CompareTo', 'Equals', 'GetHashCode', 'GetMetaObject', 'GetType', 'ToJson', 'ToString'
    }

    It 'behaves as any other, though a shell is told more of its names' {
        $jane = Get-LuccaEmployee 416
        { Set-StrictMode -Version Latest; $jane.NoSuchProperty } | Should -Throw '*NoSuchProperty*'
        $jane.NoSuchProperty | Should -BeNullOrEmpty
        $jane.Email = 'other@example.com'
        $jane.Email | Should -Be 'other@example.com'
        $jane | Add-Member Mark 7
        $jane.Mark | Should -Be 7
        $jane.Employment.Id | Should -Be $jane.ApplicableEmployment.Id
        ($jane | ForEach-Object ToJson) | Should -Match '"Jane"|"givenName"'
        @(foreach ($one in $jane) { $one }).Count | Should -Be 1
        "$jane" | Should -Be 'Jane Doe'
    }
}
