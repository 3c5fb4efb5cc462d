# Objects that are saved with Export-Clixml, and used again after Import-Clixml.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator
    $file = Join-Path $TestDrive saved.clixml

    function Copy-Saved([object[]] $Objects) {
        $Objects | Export-Clixml $file -Force
        Import-Clixml $file
    }

    # In bytes; lines end in two of them on Windows, which do not count.
    function Get-SavedSize { [System.Text.Encoding]::UTF8.GetByteCount((Get-Content $file -Raw).Replace("`r", '')) }

    $now = Get-LuccaEmployee
    $saved = Copy-Saved $now
    $size = Get-SavedSize
    $named = Get-LuccaEmployee -Expand Department, Manager
    $savedNamed = Copy-Saved $named
    $namedSize = Get-SavedSize
}

AfterAll {
    Disconnect-Lucca
}

Describe 'A saved employee' {
    It 'keeps names, ids and days' {
        $jane = $saved.Where{ $_.Id -eq '416' }[0]
        $jane.Name | Should -BeExactly 'Jane Doe'
        $jane.Department.Id | Should -Be '32'
        $jane.Department | Should -Be 'Finances'
        $jane.StartsOn | Should -BeOfType [datetime]
        $jane.StartsOn | Should -Be ([datetime] '2015-12-27')
        [datetimeoffset] $jane.LastUpdatedAt | Should -Be ($now.Where{ $_.Id -eq '416' }[0].LastUpdatedAt)
        $savedNamed.Where{ $_.Id -eq '416' }[0].Department.Name | Should -Be 'Finances'
        $savedNamed.Where{ $_.Id -eq '416' }[0].Department.Id | Should -Be '32'
    }

    It 'has values as it had them: timestamps, a day of birth, references with their tenant' {
        ($saved | Where-Object LastUpdatedAt -GT ([datetime] '2023-05-01')).Id | Should -Be ($now | Where-Object LastUpdatedAt -GT ([datetime] '2023-05-01')).Id
        $saved.Where{ $_.BirthDay.Month -eq 10 }.Id | Should -Be $now.Where{ $_.BirthDay.Month -eq 10 }.Id
        foreach ($reference in 'Department', 'Manager', 'LegalEntity', 'EmploymentTemplate', 'Portrait', 'ApplicableEmployment') {
            $saved.$reference.Id | Should -Be $now.$reference.Id
            $saved.$reference.Url | Should -Be $now.$reference.Url -Because $reference
        }
    }

    It 'takes a third of the 4.5 kB that it took without the row' {
        $size / $now.Count | Should -BeLessThan 1500
        $namedSize / $now.Count | Should -BeLessThan 1850 -Because "departments and managers are saved whole, once a file"
    }

    It 'can be compared by Compare-Object' {
        Compare-Object $saved $now -Property Id, Name, Department, JobTitle, StartsOn, EndsOn, LastUpdatedAt | Should -BeNullOrEmpty
        Compare-LuccaEmployee $savedNamed $named | Should -BeNullOrEmpty
        $saved[3].Department = '9999'
        (Compare-Object $saved $now -Property Id, Department).Id | Should -Be $saved[3].Id, $saved[3].Id
        $saved[3].Department = $now[3].Department.Id
    }

    It 'has days that read as days, in tables, CSV and groups, whatever the culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fr-FR'
            ($saved | Select-Object -First 1 StartsOn | ConvertTo-Csv)[-1] | Should -BeExactly '"2012-01-02"'
            ($saved | Select-Object -First 1 | Format-Table | Out-String -Width 80) | Should -Match '2012-01-02'
            ($saved | Group-Object StartsOn).Name | Should -Match '^(\d{4}-\d\d-\d\d)?$'
            $csv = Join-Path $TestDrive saved.csv
            $saved | Export-Csv $csv
            Compare-LuccaEmployee (Import-Csv $csv) $now | Should -BeNullOrEmpty
        } finally { [cultureinfo]::CurrentCulture = $culture }
        $saved[0].StartsOn -lt (Get-Date) | Should -BeTrue
    }

    It 'can be compared, sorted and grouped by what was in the place of references' {
        $with = Get-LuccaEmployee -First 40 -Expand *
        $read = Copy-Saved $with
        foreach ($reference in 'Department', 'Manager', 'BusinessEstablishment', 'LegalEntity', 'JobQualification', 'OccupationCategory', 'EmploymentTemplate') {
            Compare-Object $read $with -Property Id, $reference | Should -BeNullOrEmpty -Because $reference
        }
        ($read | Group-Object Department | Sort-Object Name).Name | Should -Be ($with | Group-Object Department | Sort-Object Name).Name
        ($read | Sort-Object Manager, Id).Id | Should -Be ($with | Sort-Object Manager, Id).Id
        @($read | Where-Object Department -EQ 'Finances').Count | Should -Be @($with | Where-Object Department -EQ 'Finances').Count
        $read[0].LegalEntity.CreatedAt | Should -BeExactly ([string] $with[0].LegalEntity.CreatedAt)
        $read[0].LegalEntity.TaxIdentificationNumber | Should -Be ([string] $with[0].LegalEntity.TaxIdentificationNumber)
    }

    It 'is taken for what it was by commands' {
        ($saved[0..1] | Get-LuccaEmployee).Id | Should -Be $now[0..1].Id
        ($saved[0..1] | Get-LuccaPortrait).Id | Should -Be $now[0..1].Portrait.Id
        ($saved[0] | Get-LuccaEmployment).Id | Should -Contain $now[0].Employment.Id
        ($saved[0].Department | Get-LuccaDepartment).Id | Should -Be $now[0].Department.Id
        ($savedNamed[0].Department | Get-LuccaDepartment).Name | Should -Be $named[0].Department.Name
        (Get-LuccaEmployee -Manager $saved.Where{ $_.Id -eq '405' }[0]).Count | Should -BeGreaterThan 0
    }

    It 'names files after what it was saved with' {
        ($saved[0] | Get-LuccaPortrait -OutDirectory $TestDrive/photos -FileName '{Email}').BaseName | Should -Be $now[0].Email
    }
}

Describe 'Other saved resources' {
    It 'lead to what refers to them' {
        $finances = Copy-Saved (Get-LuccaDepartment 32)
        ($finances | Get-LuccaDepartment).Name | Should -Be 'Finances'
        (Get-LuccaEmployee -Department $finances).Id | Should -Be (Get-LuccaEmployee -Department 32).Id
    }

    It 'are what they were, to the last tick: <Command>' -ForEach @('Employment', 'JobPosition', 'LegalEntity', 'OccupationCategory', 'EmploymentTemplate', 'ProbationaryPeriod').ForEach{ @{ Command = "Get-Lucca$_" } } {
        $live = & $Command
        $read = Copy-Saved $live
        $read[0].GetType() | Should -Be $live[0].GetType()
        Compare-Object $read $live -Property $live[0].PSObject.Properties.Where{ $_.Value -isnot [Lucca.Reference] -and $_.Name -notin 'T9n', 'ETag' }.Name | Should -BeNullOrEmpty
        ($read | ConvertTo-Csv) -join '' | Should -Not -MatchExactly 'System\.|Lucca\.'
    }

    It 'keep what is within them: <Command> <Property>' -ForEach @(
        @{ Command = 'Get-LuccaEmployeeAttribute'; Property = 'Applicability' }
        @{ Command = 'Get-LuccaWebhookEndpoint'; Property = 'Topics' }
        @{ Command = 'Get-LuccaBusinessEstablishment'; Property = 'Address' }
        @{ Command = 'Get-LuccaJobPosition'; Property = 'UpdatedAttributes' }
        @{ Command = 'Get-LuccaEmployeePersonalRecord'; Property = 'NationalitiesCountryCodes' }
    ) {
        $live = & $Command
        $read = Copy-Saved $live
        Compare-Object $read $live -Property $Property | Should -BeNullOrEmpty
        @($read.$Property | ConvertTo-Json -Depth 5) | Should -Be @($live.$Property | ConvertTo-Json -Depth 5)
        ($read | ConvertTo-Csv) -join '' | Should -Not -MatchExactly 'System\.|Lucca\.'
        ($read | Select-Object -First 1 | ConvertTo-Json -Depth 3 | ConvertFrom-Json).$Property | ConvertTo-Json | Should -Be (($live | Select-Object -First 1 | ConvertTo-Json -Depth 3 | ConvertFrom-Json).$Property | ConvertTo-Json)
    }

    It 'have no JSON of the API' {
        $finances = Copy-Saved (Get-LuccaDepartment 32)
        { $finances.ToJson() } | Should -Throw '*Get it again*'
    }

    It 'are refused where they mean nothing' {
        $id = (Get-ThrownError { Copy-Saved (Get-LuccaTaxonomy -First 1) | Get-LuccaPortrait }).FullyQualifiedErrorId
        $id | Should -BeLike 'LuccaBadRequest,*'
    }
}

Describe 'A saved object that contains itself' {
    It 'ends no process: a command says what is wrong with it' {
        Get-LuccaEmployeeAttribute -First 1 | Export-Clixml $file -Force
        $cycle = '<Obj N="Value" RefId="900"><DCT><En><S N="Key">a</S><Ref N="Value" RefId="900" /></En></DCT></Obj>'
        $text = [regex]::Replace((Get-Content $file -Raw), '(?s)<(\w+) N="Value"[^>]*?(/>|>.*?</\1>)', $cycle)
        $text | Should -Match 'RefId="900"'
        Set-Content $file $text
        $read = Import-Clixml $file
        $found = @($read, (Get-LuccaEmployee 416) | Get-LuccaEmployee -ErrorVariable problem -ErrorAction SilentlyContinue)
        $found.Id | Should -Be 416
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$($problem[0])" | Should -BeLike '*nested deeper than*'
    }
}
