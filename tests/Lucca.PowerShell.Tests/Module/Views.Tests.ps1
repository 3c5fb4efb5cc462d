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

Describe 'The table of definitions' {
    It 'keeps its last heading in one line' {
        Get-Heading (Get-LuccaEmployeeAttributeDefinition) 80 | Should -Be Id, Name, Of, Archived
    }
}

Describe 'The list view of <Command>' -ForEach $lists {
    It 'begins with the id, and leaves out addresses and types; an asterisk shows them' {
        $one = & $Command -First 1
        $shown = (($one | Format-List | Out-String -Width 200) -replace '\e\[[\d;]*m' -split '\r?\n').Where{ $_ -match '^\w+ *: ' }.ForEach{ ($_ -split ' *: ')[0] }
        $shown[0] | Should -Be 'Id'
        $shown | Should -Not -Contain 'Url'
        $shown | Should -Not -Contain 'Type'
        ($one | Format-List * | Out-String -Width 200) -replace '\e\[[\d;]*m' | Should -Match '(?m)^Url +: '
    }
}
