# What is shown of an object that nobody formats, in narrow and wide terminals.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $lists = @([Lucca.Api.Resources]::All).Where{ $_.HasList }.ForEach{ @{ Command = "Get-Lucca$($_.Model.Name)" } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator
    function Get-List($Object) {
        $list = [ordered]@{}
        foreach ($line in (($Object | Format-List | Out-String -Width 200) -replace '\e\[[\d;]*m' -split '\r?\n') -match '^\w+ *:') { $name, $value = $line -split ' *: ?', 2; $list[$name] = $value.Trim() }
        $list
    }
    function Get-Heading($Objects, [int] $Width) {
        (($Objects | Out-String -Width $Width) -replace '\e\[[\d;]*m' -split '\r?\n').Where({ $_.Trim() }, 'First')[0].Trim() -split '\s+'
    }
}

AfterAll {
    Disconnect-Lucca
}

Describe 'The table of employees' {
    It 'has the row in 80 columns, and more in a wide terminal' {
        $few = Get-LuccaEmployee -First 3 -Expand Department
        Get-Heading $few 80 | Should -Be Id, Name, JobTitle, Department, StartsOn, Status
        Get-Heading $few 140 | Should -Be Id, Name, JobTitle, Department, StartsOn, Status, Manager, Email
    }

    It 'has what is known without the row' {
        Get-Heading (Get-LuccaEmployee -First 3 -Include @()) 80 | Should -Be Id, Name, Status, Email
    }
}

Describe 'The table of <Command>' -ForEach @(
    @{ Command = 'Get-LuccaDepartment'; More = 'Manager', 'Description' }
    @{ Command = 'Get-LuccaBusinessEstablishment'; More = 'TimezoneId', 'Address' }
    @{ Command = 'Get-LuccaJobPosition'; More = 'Manager', 'Establishment' }
) {
    It 'has more columns in a wide terminal' {
        $few = & $Command -First 3
        $narrow = Get-Heading $few 80
        Get-Heading $few 150 | Should -Be ($narrow + $More)
    }
}

Describe 'What a table of contracts calls its days' {
    It 'is what the properties are called: <_>' -ForEach 'Get-LuccaEmployment', 'Get-LuccaJobPosition', 'Get-LuccaProbationaryPeriod' {
        $one = & $_ -First 1
        (Get-Heading $one 80).Where{ $_ -match 'Start|End' } | Should -BeIn $one.PSObject.Properties.Name
    }
}

Describe 'The table of definitions' {
    It 'keeps its last heading in one line' {
        Get-Heading (Get-LuccaEmployeeAttributeDefinition) 80 | Should -Be Id, Name, Of, IsArchived
    }
}

Describe 'The list view of <Command>' -ForEach $lists {
    It 'begins with the id, and leaves out what is empty, addresses and types; an asterisk shows them' {
        $one = & $Command -First 1
        $shown = Get-List $one
        @($shown.Keys)[0] | Should -Be 'Id'
        $shown.Keys | Should -Not -Contain 'Url'
        $shown.Keys | Should -Not -Contain 'Type'
        $shown.Keys | Should -Not -Contain 'Links'
        $shown.Values | Should -Not -Contain ''
        $shown.Values | Should -Not -Contain '{}'
        foreach ($view in { Format-List }, { Format-Table }) { $one | & $view | Out-String -Width 200 | Should -Not -Match '\d\d?[/.]\d\d?[/.]\d{4}' -Because 'days and moments are ISO' }
        ($one | Format-List * | Out-String -Width 200) -replace '\e\[[\d;]*m' | Should -Match '(?m)^Url +: '
    }
}

Describe 'A list' {
    It 'shows timestamps as the API writes them, whatever the culture, and no and nought as the answers that they are' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fi-FI'
            $list = Get-List (Get-LuccaBusinessEstablishment 1)
        } finally { [cultureinfo]::CurrentCulture = $culture }
        $list.CreatedAt | Should -Match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$'
        $list.IsArchived | Should -Be 'False'
        (Get-List (Get-LuccaDepartment 1)).SortOrder | Should -Be 0
    }

    It 'shows links that were asked for, and no token in them' {
        $text = Get-LuccaEmployee 416 -Include links | Format-List | Out-String -Width 200
        $text | Should -Match 'Links +: employments: https://'
        $text | Should -Match 'portrait: https://\S+token=\*\*\*'
    }
}
