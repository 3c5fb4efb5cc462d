# What an administrator does with the objects in a pipeline: dates, names, comparisons.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator
    $position = Get-LuccaJobPosition 7016
    $employment = Get-LuccaEmployment 4016
}

AfterAll {
    Disconnect-Lucca
}

Describe 'A day' {
    It 'is compared, subtracted and added to like any date' {
        $position.StartsOn -lt (Get-Date) | Should -BeTrue
        ((Get-Date) - $position.StartsOn).TotalDays | Should -BeGreaterThan 3000
        $position.StartsOn.AddDays(1) | Should -Be ([datetime] '2015-12-28')
        $employment.StartsOn -lt (Get-Date) | Should -BeTrue
    }

    It 'is a DateTime at midnight, of no particular zone' {
        foreach ($day in $position.StartsOn, $employment.StartsOn, (Get-LuccaEmployeePersonalRecord -Employee 416).BirthDate, (Get-LuccaProbationaryPeriod -First 1).StartsOn) {
            $day | Should -BeOfType [datetime]
            $day.TimeOfDay | Should -Be ([timespan]::Zero)
            $day.Kind | Should -Be 'Unspecified'
        }
    }

    It 'sorts and groups' {
        $days = (Get-LuccaEmployment | Sort-Object StartsOn).StartsOn
        $days.Count | Should -BeGreaterOrEqual 120
        $days[0] | Should -BeLessThan $days[-1]
        $groups = Get-LuccaEmployment | Group-Object StartsOn
        $groups.Where{ $_.Name -eq '2015-12-27' }.Group.Id | Should -Contain '4016'
    }

    It 'is the key of a hash table, and its text with -AsString; so are references, as the help says' {
        (Get-LuccaEmployment | Group-Object StartsOn -AsHashTable -AsString)['2015-12-27'].Id | Should -Contain '4016'
        $people = Get-LuccaEmployee
        ($people | Group-Object Department -AsHashTable -AsString)['Finances'].Id | Should -Contain '416'
        ($people | Group-Object Department -AsHashTable)['Finances'] | Should -BeNullOrEmpty
        ($people | Group-Object Department -AsHashTable)[(Get-LuccaDepartment 32)].Id | Should -Contain '416'
    }

    It 'reads yyyy-MM-dd, and in another form where one is given' {
        ($position | Format-Table Id, StartsOn | Out-String) | Should -Match '2015-12-27'
        $position.StartsOn.ToString('dd.MM.yyyy') | Should -Be '27.12.2015'
        $position.StartsOn.ToString('d', [cultureinfo]::InvariantCulture) | Should -Be '12/27/2015'
    }

    It 'keeps a format, and the culture that goes with it' {
        '{0:dd.MM.yyyy}' -f $position.StartsOn | Should -Be '27.12.2015'
        '{0}' -f $position.StartsOn | Should -Be '2015-12-27'
        '{0:yyyy}' -f $employment.CreatedAt | Should -Be '2023'
        $employment.CreatedAt.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture) | Should -Match '^2023-\d\d-\d\d \d\d:\d\d$'
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fr-FR'
            '{0:MMMM}' -f $position.StartsOn | Should -Be 'décembre'
            $position.StartsOn.ToString('MMMM') | Should -Be 'décembre'
        } finally { [cultureinfo]::CurrentCulture = $culture }
    }

    It 'is a method of two overloads, which PowerShell calls without reflection' {
        foreach ($day in $position.StartsOn, $employment.CreatedAt) {
            $method = ([psobject] $day).PSObject.Methods['ToString']
            $method.MemberType | Should -Be 'CodeMethod'
            $method.OverloadDefinitions.Count | Should -Be 2
            $method.Invoke() | Should -Match '^\d{4}-\d\d-\d\d'
        }
    }

    It 'reads so whatever calendar the culture has' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            foreach ($other in 'th-TH', 'ar-SA', 'fa-IR') {
                [cultureinfo]::CurrentCulture = $other
                ($position | Select-Object StartsOn | ConvertTo-Csv)[-1] | Should -BeExactly '"2015-12-27"' -Because $other
                ($position | Format-Table Id, StartsOn | Out-String) | Should -Match '2015-12-27'
                ($employment | Format-List | Out-String) | Should -Match 'CreatedAt\W.*\b2023-\d\d-\d\d'
                (Get-LuccaPortrait 874 | Out-String) | Should -Match '\b2023-\d\d-\d\d'
            }
        } finally { [cultureinfo]::CurrentCulture = $culture }
    }

    It 'goes back as a parameter' {
        (Get-LuccaEmployment -StartsOn $employment.StartsOn).Id | Should -Contain '4016'
        (Get-LuccaJobPosition -StartsAfter $position.StartsOn -StartsBefore $position.StartsOn).Id | Should -Contain '7016'
    }
}

Describe 'A day of birth' {
    BeforeAll {
        $all = Get-LuccaEmployee
    }

    It 'is compared with text and with another one, and sorts by month and day' {
        ($all | Where-Object BirthDay -EQ '10-29').Id | Should -Contain '416'
        $all | Where-Object BirthDay -GE '12-01' | ForEach-Object { $_.BirthDay.Month | Should -Be 12 }
        $days = ($all | Where-Object BirthDay | Sort-Object BirthDay).BirthDay
        $days.ForEach{ "$_" } | Should -Be ($days.ForEach{ "$_" } | Sort-Object)
        $days[0] -lt $days[-1] | Should -BeTrue
        @($all | Group-Object BirthDay).Count | Should -Be @($all.BirthDay.ForEach{ "$_" } | Sort-Object -Unique).Count
    }
}

Describe 'The name of <Command>' -ForEach @(
    @{ Command = 'Get-LuccaEmployment'; Id = '4016'; Expand = 'Employee'; Name = 'Jane Doe' }
    @{ Command = 'Get-LuccaJobPosition'; Id = '7016'; Expand = 'Employee'; Name = '7016' }
    @{ Command = 'Get-LuccaDepartment'; Id = '32'; Expand = 'Manager'; Name = 'Finances' }
) {
    It 'is that of whom or what it is, and the id where neither is known, but never nothing' {
        (& $Command $Id).Name | Should -BeIn $Id, 'Finances'
        (& $Command $Id -Expand $Expand).Name | Should -Be $Name
    }
}

Describe 'A reference' {
    BeforeAll {
        $all = Get-LuccaJobPosition
        $named = Get-LuccaJobPosition -Include embedded
    }

    It 'is found by an id, as number or text, and by several' {
        $count = $all.Where{ $_.Department.Id -eq '32' }.Count
        $count | Should -BeGreaterThan 0
        $all | Where-Object Department -EQ 32 | Should -HaveCount $count
        $all | Where-Object Department -EQ '32' | Should -HaveCount $count
        $all | Where-Object Department -In 32 | Should -HaveCount $count
        $named | Where-Object Department -In 32 | Should -HaveCount $count
        $all.Department -contains 32 | Should -BeTrue
        $named.Department -contains '32' | Should -BeTrue
    }

    It 'is found by the name where that is known' {
        $named | Where-Object Department -EQ Finances | Should -HaveCount $named.Where{ $_.Department.Id -eq '32' }.Count
        $named.Department -contains 'Finances' | Should -BeTrue
        Get-LuccaJobPosition -Expand @() | Where-Object Department -EQ Finances | Should -BeNullOrEmpty
    }

    It 'equals the resource, and another reference to it' {
        $finances = Get-LuccaDepartment 32
        $all | Where-Object Department -EQ $finances | Should -HaveCount $all.Where{ $_.Department.Id -eq '32' }.Count
        $all.Where{ $_.Department.Id -eq '32' }[0].Department -eq $named.Where{ $_.Department.Id -eq '32' }[0].Department | Should -BeTrue
        $finances -in $named.Department | Should -BeTrue
    }

    It 'groups and sorts by its name' {
        $groups = $named | Group-Object Department
        $groups.Name | Should -Contain 'Finances'
        $groups.Name | Should -Be ($groups.Name | Sort-Object)
        ($groups | Measure-Object Count -Sum).Sum | Should -Be $named.Count
        ($all | Group-Object Department).Count | Should -Be $groups.Count
    }

    It 'is the resource itself where that came along' {
        $named.Where{ $_.Department -eq 32 }[0].Department | Should -BeOfType [Lucca.Department]
        $all[0].Department | Should -Not -BeOfType [Lucca.Resource]
    }
}

Describe 'An employee''s row' {
    It 'comes with the first request, members at hand' {
        $jane = Get-LuccaEmployee 416
        $jane.Department | Should -Be 32
        $jane.StartsOn | Should -Be ([datetime] '2015-12-27')
        $jane.LegalEntity | Should -Be 1
        (Get-LuccaEmployee 404).JobTitle | Should -Be 'Junior Accountant'
    }

    It 'has no member that was not asked for' {
        $bare = Get-LuccaEmployee 416 -Include @()
        $bare.Name | Should -Be 'Jane Doe'
        $bare.PSObject.Properties['Department'] | Should -BeNullOrEmpty
    }

    It 'is JSON without a warning, hardly longer than the response, which ToJson gives as it came' {
        $jane = Get-LuccaEmployee 416 -Include embedded
        $json = $jane | ConvertTo-Json -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        $json.Length | Should -BeLessThan (1.3 * $jane.ToJson().Length)
        $json | Should -Not -Match 'AdditionalProperties|"Resource"'
        ($jane.ToJson() | ConvertFrom-Json).embedded.'job-position'.'7016'.department.id | Should -Be '32'
    }
}
