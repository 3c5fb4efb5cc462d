BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer @{ MaxRetry = 0 }
    $now = Get-LuccaEmployee -Include embedded
    $jsonFile = Join-Path $TestDrive 'employees.json'
    $clixmlFile = Join-Path $TestDrive 'employees.clixml'
    $now | ConvertTo-Json | Set-Content $jsonFile
    $now | Export-Clixml $clixmlFile

    # The employees of an earlier run, as a file of them is read, to be changed by a test.
    function Get-Former { Get-Content $jsonFile -Raw | ConvertFrom-Json }
    function Set-Former([object[]] $Former, [string] $Id, [string] $Property, $Value) { $Former.Where{ $_.Id -eq $Id }[0] | Add-Member $Property $Value -Force }
    function Format-Change([object[]] $Changes) { $Changes.ForEach{ "$($_.Change) $($_.Employee.Id) $($_.Property): $($_.Before) -> $($_.After)" } }
}

AfterAll {
    Stop-TestServer
}

Describe 'Compare-LuccaEmployee' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'finds nothing where nothing has changed: <From>' -ForEach @(
        @{ From = 'a JSON file'; Reference = { $jsonFile } }
        @{ From = 'a file of Export-Clixml'; Reference = { $clixmlFile } }
        @{ From = 'objects'; Reference = { $now } }
        @{ From = 'what Import-Clixml has read'; Reference = { Import-Clixml $clixmlFile } }
        @{ From = 'what ConvertFrom-Json has read'; Reference = { Get-Former } }
        @{ From = 'a file as an object'; Reference = { Get-Item $jsonFile } }
    ) {
        Compare-LuccaEmployee (& $Reference) | Should -BeNullOrEmpty
        (Get-TestRequest).path | Should -Be '/lucca-api/employees', '/lucca-api/employees'
    }

    It 'tells joiners, leavers, movers and other changes, and asks for those whom the later state lacks' {
        $former = (Get-Former).Where{ $_.Id -ne '402' }
        Set-Former $former 416 Department ([pscustomobject]@{ Id = '7'; Name = 'Elsewhere' })
        Set-Former $former 416 Email jane@example.com
        Set-Former $former 401 StartsOn 2011-01-01
        Set-Former $former 404 Status active
        Set-Former $former 405 Status deactivated
        $former += [pscustomobject]@{ Id = '9'; GivenName = 'Gone'; FamilyName = 'Girl'; Status = 'active' }
        $changes = Compare-LuccaEmployee $former $now
        $expected = @(
            "Other 401 StartsOn: $([datetime] '2011-01-01') -> $($now[0].Employment.StartsOn)"
            'Joiner 402 Status:  -> active'
            'Leaver 404 Status: active -> deactivated'
            'Joiner 405 Status: deactivated -> active'
            'Other 416 Email: jane@example.com -> jane.doe@example.com'
            'Mover 416 Department: Elsewhere -> Finances'
            'Leaver 9 Status: active -> '
        )
        Format-Change $changes | Should -Be $expected
        $changes | Should -BeOfType Lucca.EmployeeChange
        $changes[-1].Employee.Name | Should -Be 'Gone Girl'
        ($changes[0] | ConvertTo-Csv)[-1] | Should -Match '"StartsOn","2011-01-01","\d{4}-\d\d-\d\d"$'
        # Whoever is missing is asked for.
        (Get-TestRequest).path | Should -Be '/lucca-api/employees/9'
    }

    It 'takes labels that hold commas for what they are, each of several once' {
        $rows = { param($value) [pscustomobject]@{ Id = '416'; Status = 'active'; e_x = $value } }
        Compare-LuccaEmployee (& $rows 'Paris, France, Rome') (& $rows @('Paris, France', 'Rome')) -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        Compare-LuccaEmployee (& $rows @('b', 'a')) (& $rows @('a', 'b')) -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Compare-LuccaEmployee (& $rows @('a', 'a', 'b')) (& $rows @('a', 'b', 'b')) -WarningAction SilentlyContinue).Property | Should -Be 'e_x'
    }

    It 'takes people who left before as no change, and a new record of one as no joiner' {
        $left = @{ Status = 'deactivated'; GivenName = 'A'; FamilyName = 'B' }
        (Compare-LuccaEmployee ([pscustomobject](@{ Id = '1' } + $left)) ([pscustomobject](@{ Id = '2' } + $left))).Change | Should -Be 'Other', 'Other'
    }

    It 'takes what was not saved for no change' {
        $former = $now | Select-Object Id, Email
        $former[0].Email = 'before@example.com'
        (Compare-LuccaEmployee $former $now).Property | Should -Be 'Email'
        Compare-LuccaEmployee (Get-LuccaEmployee -Include links) $now | Should -BeNullOrEmpty
        Compare-LuccaEmployee $now (Get-LuccaEmployee -Include links) | Should -BeNullOrEmpty
    }

    It 'says what it could not compare' {
        $left = 'Department', 'Manager', 'LegalEntity'
        Compare-LuccaEmployee ($now | Select-Object * -ExcludeProperty $left) $now -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $said | Should -HaveCount 1
        "$said" | Should -BeLike 'Not compared*: LegalEntity, Department, Manager.'
        Compare-LuccaEmployee $clixmlFile $now -WarningVariable said
        $said | Should -BeNullOrEmpty
    }

    It 'says so too where only some of the employees have what cannot be compared' {
        $csv = Join-Path $TestDrive managers.csv
        Get-LuccaEmployee -Expand Manager | Export-Csv $csv
        @($now).Where{ -not $_.Manager }.Count | Should -BeGreaterThan 0 -Because 'one without a manager is the same in both'
        Compare-LuccaEmployee (Import-Csv $csv) $now -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -BeLike 'Not compared*: Manager.'
    }

    It 'does not take a name in a file for another place than the id of now' {
        $csv = Join-Path $TestDrive names.csv
        Get-LuccaEmployee | Export-Csv $csv
        $rows = Import-Csv $csv
        Compare-LuccaEmployee $rows (Get-LuccaEmployee -Expand @()) -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -BeLike '*: Department.'
        $rows.Where{ $_.Department -eq 'Finances' }[0].Department = 'Elsewhere'
        (Compare-LuccaEmployee $rows $now).Property | Should -Be 'Department'
    }

    It 'names the employee by id in CSV too, since names may be those of several' {
        $former = Get-Former
        Set-Former $former 416 Email before@example.com
        (Compare-LuccaEmployee $former $now | ConvertTo-Csv | ConvertFrom-Csv).Id | Should -Be '416'
        Compare-LuccaEmployee $former $now | Where-Object Id -EQ 416 | Should -HaveCount 1
    }

    It 'takes what the key could not see for no change' {
        $former = Get-Former
        foreach ($one in $former) { foreach ($name in 'JobTitle', 'Department', 'Manager', 'BusinessEstablishment', 'JobQualification', 'OccupationCategory') { $one | Add-Member $name $null -Force } }
        Compare-LuccaEmployee $former $now | Should -BeNullOrEmpty
    }

    It 'finds that a manager has gone, and that there is one now' {
        $former = Get-Former
        $managed = $now.Where{ $_.JobPosition.Manager }[0]
        $free = $now.Where{ -not $_.JobPosition.Manager }[0]
        foreach ($one in $former) { $one | Add-Member Department ([pscustomobject]@{ Id = ($now.Where{ $_.Id -eq $one.Id }[0]).JobPosition.Department.Id }) -Force }
        Set-Former $former $managed.Id Manager $null
        Set-Former $former $free.Id Manager ([pscustomobject]@{ Id = '416' })
        Compare-LuccaEmployee $former $now | ForEach-Object { "$($_.Change) $($_.Employee.Id) $($_.Before) > $($_.After)" } | Sort-Object | Should -Be @("Mover $($managed.Id)  > $($managed.JobPosition.Manager)", "Mover $($free.Id) 416 > " | Sort-Object)
    }

    It 'finds movers in a file of Export-Clixml, by names where departments were expanded' {
        $file = Join-Path $TestDrive 'moved.clixml'
        $named = Get-LuccaEmployee -Expand Department
        foreach ($later in $now, $named) {
            $later | Export-Clixml $file
            $saved = Import-Clixml $file
            $jane = $saved.Where{ $_.Id -eq '416' }[0]
            $jane.Department = $saved.Where{ $_.Department.ToString() -ne $jane.Department.ToString() }[0].Department
            $before = [string] $jane.Department
            $saved | Export-Clixml $file
            Format-Change (Compare-LuccaEmployee $file $later) | Should -Be "Mover 416 Department: $before -> $($later.Where{ $_.Id -eq '416' }[0].Department)"
        }
    }

    It 'reads rows of a CSV file and responses as the API sent them' {
        $csv = Join-Path $TestDrive employees.csv
        $now | Export-Csv $csv
        Compare-LuccaEmployee (Import-Csv $csv) $now | Should -BeNullOrEmpty
        $raw = Join-Path $TestDrive raw.json
        Invoke-LuccaRequest employees -Query @{ include = 'embedded'; limit = 100 } | ConvertTo-Json -Depth 9 | Set-Content $raw
        Compare-LuccaEmployee $raw ($now | Select-Object -First 100) | Should -BeNullOrEmpty
    }

    It 'takes the later state from the pipeline, or from a file, without a connection' {
        $null = Disconnect-Lucca *
        $now | Compare-LuccaEmployee $jsonFile | Should -BeNullOrEmpty
        (Compare-LuccaEmployee $clixmlFile $jsonFile) | Should -BeNullOrEmpty
        (Get-ThrownError { Compare-LuccaEmployee $jsonFile }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotConnected,*'
        $null = Connect-TestServer @{ MaxRetry = 0 }
    }

    It 'takes what Import-Csv reads, and says so to who gives the file' {
        $now | Select-Object Id, Name, Status, JobTitle, StartsOn | Export-Csv "$TestDrive/state.csv"
        $changes = Compare-LuccaEmployee (Import-Csv "$TestDrive/state.csv" | Select-Object -Skip 1) $now -WarningAction SilentlyContinue
        $changes.Change | Should -Be 'Joiner'
        $changes.Id | Should -Be $now[0].Id
        (Get-ThrownError { Compare-LuccaEmployee "$TestDrive/state.csv" $now }).ErrorDetails.RecommendedAction | Should -Match 'Import-Csv'
    }

    It 'reads JSON in <_>, as shells have written it' -ForEach 'utf8BOM', 'unicode', 'bigendianunicode' {
        Get-Content $jsonFile -Raw | Set-Content "$TestDrive/other.json" -Encoding $_
        Compare-LuccaEmployee "$TestDrive/other.json" $now | Should -BeNullOrEmpty
    }

    It 'says nothing rather than half when a state is incomplete: <What>' -ForEach @(
        @{ What = 'a file that was cut'; Id = 'LuccaFileError'; Script = { Set-Content "$TestDrive/cut.json" (Get-Content $jsonFile -Raw).Substring(0, 5000); Compare-LuccaEmployee "$TestDrive/cut.json" $now } }
        @{ What = 'no such file'; Id = 'LuccaFileError'; Script = { Compare-LuccaEmployee "$TestDrive/none.json" $now } }
        @{ What = 'a file of another kind'; Id = 'LuccaFileError'; Script = { Set-Content "$TestDrive/state.txt" x; Compare-LuccaEmployee "$TestDrive/state.txt" $now } }
        @{ What = 'something else among them'; Id = 'LuccaBadRequest'; Script = { Compare-LuccaEmployee (@($now) + (Get-LuccaDepartment -First 1)) $now } }
        @{ What = 'nobody now'; Id = 'LuccaBadRequest'; Script = { Compare-LuccaEmployee $now @() } }
        @{ What = 'a page that fails'; Id = 'LuccaUnavailable'; Script = { Add-TestFault @{ path = 'page='; kind = 'status'; status = 503; times = -1 }; Compare-LuccaEmployee $jsonFile } }
    ) {
        $written = & { try { & $Script 2>&1 } catch { $_ } }
        @($written) | Should -HaveCount 1
        $written.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $written.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'takes everybody for a joiner on the first run' {
        $joiners = Compare-LuccaEmployee @() $now
        $joiners.Where{ $_.Change -eq 'Joiner' }.Count | Should -Be $now.Where{ $_.Status -ne 'deactivated' }.Count
    }

    It 'compares ten thousand with ten thousand' {
        $many = foreach ($id in 1..10000) {
            [pscustomobject]@{ Id = "$id"; GivenName = 'A'; FamilyName = "B$id"; Status = 'active'; Email = "b$id@example.com"; StartsOn = [datetime] '2020-01-01'; Department = [pscustomobject]@{ Id = "$($id % 40)"; Name = 'D' } }
        }
        $later = $many | Select-Object -Skip 1
        $later[0] = $later[0].psobject.Copy()
        $later[0].Department = [pscustomobject]@{ Id = 'x' }
        (Compare-LuccaEmployee $many $later -WarningAction SilentlyContinue).Change | Should -Be 'Mover', 'Leaver'
    }

    It 'prints what has changed within 80 columns' {
        $former = Get-Former
        Set-Former $former 416 StartsOn 2011-01-01
        (Compare-LuccaEmployee $former $now | Out-String -Width 80).Trim() -split '\r?\n' | Select-Object -Last 1 | Should -Match '^Other\s+416\s+Jane Doe\s+StartsOn\s+2011-01-01\s+\d{4}-\d\d-\d\d'
    }

    It 'compares columns of fields that both states have: <From>' -ForEach @(
        @{ From = 'objects'; Save = { param($State) $State } }
        @{ From = 'a file of Export-Clixml'; Save = { param($State) $State | Export-Clixml $TestDrive/fields.clixml; "$TestDrive/fields.clixml" } }
        @{ From = 'what Import-Clixml has read'; Save = { param($State) $State | Export-Clixml $TestDrive/fields.clixml; , (Import-Clixml $TestDrive/fields.clixml) } }
        @{ From = 'a JSON file'; Save = { param($State) $State | ConvertTo-Json -Depth 4 | Set-Content $TestDrive/fields.json; "$TestDrive/fields.json" } }
        @{ From = 'rows of CSV'; Save = { param($State) , ($State | ConvertTo-Csv | ConvertFrom-Csv) } }
    ) {
        $fields = 'e_tShirtSize', 'e_badge_number', 'employment.start', 'e_languages', 'e_workload', 'e_first_aider'
        $before = Get-LuccaEmployee 401, 402, 416 -Attribute $fields -AsOf 2026-11-28
        $saved = & $Save $before
        $after = Get-LuccaEmployee 401, 402, 416 -Attribute $fields -AsOf 2026-11-28
        Compare-LuccaEmployee $saved $after -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -Not -BeLike '*e_*'
        $other = '{"items":[{"id":"1","definition":{"id":"e_badge_number"},"employee":{"id":"416"},"value":"B-7"},{"id":"2","definition":{"id":"e_languages"},"employee":{"id":"416"},"value":"Klingon"}],"links":{"next":null}}'
        Add-TestFault @{ path = 'employee-attributes'; kind = 'replace'; body = $other }
        $after = Get-LuccaEmployee 416 -Attribute $fields -AsOf 2026-11-28
        $changes = Compare-LuccaEmployee $saved $after -LeaverLimit 100 -WarningAction SilentlyContinue
        $changes.ForEach{ "$($_.Change) $($_.Id) $($_.Property): $($_.Before) -> $($_.After)" } | Should -Contain 'Other 416 e_badge_number: B-416 -> B-7'
        $changes.ForEach{ "$($_.Change) $($_.Id) $($_.Property): $($_.Before) -> $($_.After)" } | Should -Contain 'Other 416 e_languages: Français, Deutsch -> Klingon'
        $changes.Where{ $_.Property -eq 'e_tShirtSize' }.ForEach{ "$($_.Before) -> $($_.After)" } | Should -Be 'XL -> '
    }

    It 'names columns of fields that it cannot compare: <What>' -ForEach @(
        @{ What = 'the later state lacks them'; Before = 'e_badge_number', 'e_tShirtSize'; After = $null; Named = 'e_badge_number, e_tShirtSize' }
        @{ What = 'the earlier state lacks it'; Before = 'e_badge_number'; After = 'e_badge_number', 'e_tShirtSize'; Named = 'e_tShirtSize' }
        @{ What = 'its values are objects'; Before = 'e_children'; After = 'e_children'; Named = 'e_children' }
    ) {
        $before = Get-LuccaEmployee 416, 417 -Attribute $Before -AsOf 2026-11-28
        $asked = if ($After) { @{ Attribute = $After; AsOf = '2026-11-28' } } else { @{} }
        $now = Get-LuccaEmployee 416, 417 @asked
        Compare-LuccaEmployee $before $now -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        @($said) | Should -HaveCount 1
        "$said" | Should -BeLike "Not compared*: $Named."
    }

    It 'takes a value of a field in two forms for the same: <Before> and <After>' -ForEach @(
        @{ Before = '7.50'; After = 7.5 }
        @{ Before = '0,8'; After = 0.8d }
        @{ Before = '0,8'; After = '0.8' }
        @{ Before = '416'; After = 416 }
        @{ Before = 0.8d; After = [double] 0.8 }
        @{ Before = 'true'; After = $true }
        @{ Before = 'False'; After = $false }
        @{ Before = [datetime]::SpecifyKind('2026-11-28T09:30:00', 'Utc'); After = '2026-11-28T09:30:00Z' }
        @{ Before = [datetime] '2026-11-28T09:30:00'; After = '2026-11-28T09:30:00' }
        @{ Before = [datetimeoffset] '2026-11-28T10:30:00+01:00'; After = '2026-11-28T09:30:00Z' }
        @{ Before = [dateonly]::new(2026, 11, 28); After = '2026-11-28' }
        @{ Before = 'a', 'b'; After = 'b', 'a' }
        @{ Before = 'a, b'; After = 'b', 'a' }
        @{ Before = @('a'); After = 'a' }
        @{ Before = [pscustomobject]@{ Id = '14'; Type = 'taxonomy-label'; Name = 'XL' }; After = 'xl' }
        @{ Before = [pscustomobject]@{ Id = '32'; Type = 'department' }; After = '32' }
    ) {
        $one, $other = [pscustomobject]@{ Id = '416'; e_field = $Before }, [pscustomobject]@{ Id = '416'; e_field = $After }
        foreach ($states in ($one, $other), ($other, $one)) {
            Compare-LuccaEmployee $states[0] $states[1] -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            "$said" | Should -Not -BeLike '*e_field*'
        }
    }

    It 'finds that the value of a field has changed: <Before> to <After>' -ForEach @(
        @{ Before = 1.2e-10; After = 3.4e-10; Says = '1.2E-10 -> 3.4E-10' }
        @{ Before = 1.2e-10d; After = 3.4e-10d; Says = '0.00000000012 -> 0.00000000034' }
        @{ Before = '1.10'; After = '1.1'; Says = '1.10 -> 1.1' }
        @{ Before = '007'; After = '7'; Says = '007 -> 7' }
        @{ Before = 'Doe, Jane'; After = 'Jane, Doe'; Says = 'Doe, Jane -> Jane, Doe' }
        @{ Before = 'a', 'b'; After = 'a', 'c'; Says = 'a, b -> a, c' }
        @{ Before = 'a', 'b'; After = @('a'); Says = 'a, b -> a' }
        @{ Before = 'true'; After = $false; Says = 'true -> False' }
        @{ Before = '0,8'; After = 0.9d; Says = '0,8 -> 0.9' }
        @{ Before = [datetime] '2026-11-28T09:30:00'; After = '2026-11-28T09:31:00'; Says = '2026-11-28T09:30:00 -> 2026-11-28T09:31:00' }
        @{ Before = [datetimeoffset] '2026-11-28T09:30:00Z'; After = [datetimeoffset] '2026-11-28T09:31:00Z'; Says = '2026-11-28T09:30:00Z -> 2026-11-28T09:31:00Z' }
        @{ Before = [dateonly]::new(2026, 11, 28); After = [dateonly]::new(2026, 11, 29); Says = '2026-11-28 -> 2026-11-29' }
        @{ Before = [pscustomobject]@{ Id = '14'; Name = 'XL' }; After = [pscustomobject]@{ Id = '15'; Name = 'L' }; Says = 'XL -> L' }
    ) {
        $states = [pscustomobject]@{ Id = '416'; e_field = $Before }, [pscustomobject]@{ Id = '416'; e_field = $After }
        (Compare-LuccaEmployee $states[0] $states[1] -WarningAction SilentlyContinue).ForEach{ "$($_.Property): $($_.Before) -> $($_.After)" } | Should -BeExactly "e_field: $Says"
    }

    It 'compares fields that refer to others by their ids, also from JSON' {
        $fields = @{ Attribute = 'jobPosition.department', 'jobPosition.manager'; AsOf = '2026-11-28' }
        $saved = Get-LuccaEmployee 416, 417 @fields | ConvertTo-Json | ConvertFrom-Json
        $now = Get-LuccaEmployee 416, 417 @fields
        Compare-LuccaEmployee $saved $now -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -Not -BeLike '*jobPosition.*'
        $saved[0].'jobPosition.manager'.Id = '999'
        (Compare-LuccaEmployee $saved $now -WarningAction SilentlyContinue).ForEach{ "$($_.Id) $($_.Property): $($_.Before) -> $($_.After)" } | Should -Be '416 jobPosition.manager: 999 -> 405'
    }

    It 'reads numbers in CSV that a shell of any culture wrote, and of an earlier version' {
        $now = Get-LuccaEmployee 402 -Attribute e_workload -AsOf 2026-11-28
        try {
            [cultureinfo]::CurrentCulture = 'fr-FR'
            $rows = $now | ConvertTo-Csv | ConvertFrom-Csv
            Compare-LuccaEmployee $rows $now -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            $rows.e_workload = '0,8'
            Compare-LuccaEmployee $rows $now -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        }
        finally {
            [cultureinfo]::CurrentCulture = ''
        }
    }
}
