# Each resource as a CSV file: what a spreadsheet can read, and nothing of how the module is made.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $lists = @([Lucca.Api.Resources]::All).Where{ $_.HasList }.ForEach{ @{ Command = "Get-Lucca$($_.Model.Name)" } }
    # An error response is no part of any object.
    $models = [Lucca.Resource].Assembly.GetExportedTypes().Where{ $_.IsSubclassOf([Lucca.OpenObject]) -and -not $_.IsAbstract -and $_ -ne [Lucca.Problem] }.ForEach{ @{ Model = $_ } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator
    $typeName = '\bLucca\.[A-Z]|\bSystem\.|[`\[]\d\[|@\{'
}

AfterAll {
    Disconnect-Lucca
}

Describe 'The CSV of <Command>' -ForEach $lists {
    BeforeAll {
        $rows = @(& $Command -ErrorAction SilentlyContinue)
        $csv = $rows | ConvertTo-Csv
    }

    It 'has no name of a type in any cell' {
        $csv.Where({ $_ -cmatch $typeName }, 'First') | Should -BeNullOrEmpty
    }

    It 'has ISO days and timestamps, in every culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fr-FR'
            $french = $rows | Select-Object -First 5 | ConvertTo-Csv
        } finally { [cultureinfo]::CurrentCulture = $culture }
        foreach ($row in $french | ConvertFrom-Csv) {
            foreach ($time in $row.PSObject.Properties.Where{ $_.Name -match 'At$' -and $_.Value }) { $time.Value | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$' }
        }
    }

    It 'has ISO days' {
        foreach ($row in $csv | ConvertFrom-Csv) {
            foreach ($day in $row.PSObject.Properties.Where{ $_.Name -match 'sOn$|^BirthDate$' -and $_.Value }) { $day.Value | Should -Match '^\d{4}-\d\d-\d\d$' }
        }
    }
}

Describe 'The text of <Model>' -ForEach $models {
    It 'is its own' {
        $Model.GetMethod('ToString', [type[]] @()).DeclaringType.FullName | Should -Not -BeIn 'System.Object', 'Lucca.OpenObject'
        foreach ($property in $Model.GetProperties()) {
            if ($property.PropertyType -ne [string] -and [System.Collections.IEnumerable].IsAssignableFrom($property.PropertyType)) {
                $property.PropertyType.GetMethod('ToString', [type[]] @()).DeclaringType.FullName | Should -BeLike 'Lucca.*'
            }
        }
    }
}

Describe 'What else goes into a file' {
    It 'has no name of a type in any cell: <What>' -ForEach @(
        @{ What = 'links'; Script = { Get-LuccaEmployee 416 -Include links } }
        @{ What = 'the tree'; Script = { Get-LuccaDepartment -Tree } }
        @{ What = 'sessions'; Script = { Get-LuccaSession } }
        @{ What = 'changes'; Script = { Compare-LuccaEmployee @() (Get-LuccaEmployee -First 3) } }
    ) {
        (& $Script | ConvertTo-Csv).Where({ $_ -cmatch $typeName }, 'First') | Should -BeNullOrEmpty
    }
}

Describe 'Dictionaries in a cell' {
    It 'are read by their names' {
        (Get-LuccaEmployeeAttributeDefinition -First 1 | ConvertTo-Csv | ConvertFrom-Csv).Schema | Should -Match '^type: \w+'
    }
}

Describe 'A list of plain values that the module does not know' {
    BeforeAll {
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    It 'is text in a cell, and still a list' {
        foreach ($script in { Get-LuccaDepartment 32 }, { Invoke-LuccaRequest departments/32 }) {
            Add-TestFault @{ path = 'departments/32'; kind = 'replace'; body = '{"id":"32","tags":["a","b"],"sizes":[1,2.5],"none":[],"deep":[{"a":1}]}' }
            $read = & $script
            $row = $read | ConvertTo-Csv | ConvertFrom-Csv
            $row.tags | Should -Be 'a, b'
            $row.sizes | Should -Be '1, 2.5'
            $row.none | Should -BeNullOrEmpty
            $read.tags.Count | Should -Be 2
            $read.tags[1] | Should -Be 'b'
            ($read | ConvertTo-Json -Depth 4 | ConvertFrom-Json).tags | Should -Be 'a', 'b'
            $read.deep[0].a | Should -Be 1
        }
    }
}
