# What each snippet of the README promises, by a text that it alone holds. Each promise is given what the snippet did and runs in its folder.
$promises = [ordered]@{
    'Get-LuccaDepartment -Search fin | Get-LuccaEmployee' = {
        param($run)
        $run.Calls[0].Uri | Should -Be 'example.ilucca.net'
        $run.Calls[0].Credential.UserName | Should -Be 'reader'
        Get-ChildItem photos -File | Should -HaveCount @(Get-LuccaDepartment -Search fin | Get-LuccaEmployee -Status active | Where-Object Portrait).Count
        Get-ChildItem photos -File | ForEach-Object { [System.IO.File]::ReadAllBytes($_)[0..1] | Should -Be 0xFF, 0xD8 }
    }
    '| Get-LuccaEmployeeAttribute' = {
        param($run)
        ($run.Output | Format-Table | Out-String) | Should -Match 'T-shirt size\s+XL'
    }
    'Install-PSResource' = {
        param($run)
        $run.Calls[0].Module | Should -Be (Get-Module Lucca).Name
    }
    'Connect-Lucca -Emulator' = {
        param($run)
        $run.Calls[0].Emulator | Should -BeTrue
        $departments = $run.Output.Where{ $_ -is [Lucca.Department] }
        $departments | Should -HaveCount 8 -Because 'there are five, one with its links, and two'
        $departments[5].Links.Count | Should -BeGreaterThan 0
        $departments[6, 7].Id | Should -Be '1', '3'
        Get-ChildItem *.jp*g | Should -HaveCount 1
        $run.Output.Where{ $_ -is [Lucca.DepartmentNode] }.Count | Should -BeGreaterThan 30
        ($run.Output[-1] | Out-String) | Should -Match 'Get-LuccaEmployee'
    }
    'Get-Credential -UserName' = {
        param($run)
        $run.Calls[0].Credential.UserName | Should -Be 'your client id'
        $run.Output.Where{ $_ -is [Lucca.Department] }.Count | Should -BeGreaterThan 30
    }
    'Set-ADUser' = {
        param($run)
        $run.Calls.Count | Should -BeGreaterThan 20
        $numbers = @(Get-LuccaEmployee -Status active | Where-Object { $_.Portrait -and $_.EmployeeNumber }).EmployeeNumber
        $run.Calls.Identity | Should -Be $numbers.ForEach{ "the user with employeeNumber -eq '$_'" }
        foreach ($call in $run.Calls) {
            , $call.Photo | Should -BeOfType [byte[]]
            $call.Photo.Length | Should -BeGreaterThan 100
        }
    }
    'Get-LuccaEmployee | Get-LuccaPortrait' = {
        param($run)
        Get-ChildItem photos -File | Should -HaveCount @(Get-LuccaEmployee | Where-Object Portrait).Count
        'photos/416.jpg' | Should -Exist
    }
    '-EndsAfter (Get-Date)' = {
        param($run)
        $run.Output.Name | Should -Be (Get-LuccaEmployment | Where-Object { $_.EndsOn -ge [datetime] '2026-11-28' -and $_.EndsOn -le [datetime] '2026-12-28' }).Employee.Id.ForEach{ (Get-LuccaEmployee $_).Name }
        $run.Output[0].Email | Should -Match '@'
    }
    'starters.csv' = {
        param($run)
        $starters = Import-Csv starters.csv
        $starters.Count | Should -BeGreaterThan 1
        $starters.StartsOn | Should -Match '^2026-12-\d\d$'
        $starters.ManagerEmail | Should -Match '@'
    }
    './contracts' = {
        param($run)
        (Get-ChildItem contracts -Filter *.pdf).Count | Should -BeGreaterThan 5
        $run.Output.Count | Should -Be (Get-ChildItem contracts).Count -Because 'no contract replaces another'
    }
    'departments.csv' = {
        param($run)
        $rows = Import-Csv departments.csv
        $rows | Should -HaveCount @(Get-LuccaDepartment).Count
        $rows.Where{ $_.Id -eq '32' }.Path | Should -Match 'Finances$'
        ($rows.Depth | Measure-Object -Maximum).Maximum | Should -BeGreaterThan 1
    }
    'organization.mmd' = {
        param($run)
        $lines = Get-Content organization.mmd
        $lines[0] | Should -Be 'graph TD'
        @($lines -match '^  d32\["Finances"\]$') | Should -HaveCount 1
        @($lines -match '^  d\d+ --> d\d+$') | Should -HaveCount @(Get-LuccaDepartment | Where-Object Parent).Count
    }
    'Group-Object' = {
        param($run)
        $run.Output | Measure-Object | ForEach-Object Count | Should -BeGreaterThan 5
        $run.Output.Where{ $_.Name -eq 'Finances' }[0].Count | Should -Be @(Get-LuccaJobPosition -Department 32 -Status active).Count
        $run.Output[0].Count | Should -BeGreaterOrEqual $run.Output[-1].Count
    }
    'Get-LuccaEmployee 401 |' = {
        param($run)
        $run.Output | Should -HaveCount 1
        $run.Output[0].psobject.Properties | ForEach-Object { "$($_.Value)" | Should -Not -BeNullOrEmpty -Because $_.Name }
    }
    'directory.csv' = {
        param($run)
        $rows = Import-Csv directory.csv
        $rows | Should -HaveCount @(Get-LuccaEmployee -Status active).Count
        $rows.Where{ $_.Name -eq 'Jane Doe' }.Department | Should -Be 'Finances'
        foreach ($column in 'Name', 'Department', 'BusinessEstablishment', 'Manager') { $rows.$column | Should -Not -Match '^\d+$|^System|^Lucca' }
    }
    'fields.csv' = {
        param($run)
        $rows = Import-Csv fields.csv
        $rows | Should -HaveCount @(Get-LuccaEmployee -Status active).Count
        $jane = $rows.Where{ $_.Name -eq 'Jane Doe' }
        $jane.Department, $jane.e_badge_number, $jane.e_tShirtSize | Should -Be 'Finances', 'B-416', 'XL'
    }
    'Get-LuccaEmployment -EmployedOn' = {
        param($run)
        $run.Output | Should -HaveCount 24
        $run.Output[-1].Employed | Should -BeGreaterThan $run.Output[0].Employed
    }
    'Sort-Object StartsOn' = {
        param($run)
        $run.Output.Count | Should -BeGreaterThan 2
        $run.Output.ForEach{ $_.StartsOn.Month } | Sort-Object -Unique | Should -Be 11
        "$($run.Output[0].Employee)" | Should -Not -Match '^\d+$'
    }
    '-Manager jane.doe' = {
        param($run)
        $run.Output.Id | Should -Be (@(Get-LuccaDepartment -Tree -Root 32 | Get-LuccaEmployee -Status active) + @(Get-LuccaEmployee -Manager 416 -Recurse)).Id
    }
    'Compare-LuccaEmployee $state $now' = {
        param($run)
        './employees.clixml.new' | Should -Not -Exist
        Get-Content changes.csv | Should -BeNullOrEmpty -Because 'there was no earlier state'
        Compare-LuccaEmployee ./employees.clixml | Should -BeNullOrEmpty -Because 'nothing has changed since'
        Compare-LuccaEmployee ./employees.clixml (Get-LuccaEmployee | Select-Object -Skip 1) | Should -BeNullOrEmpty -Because 'who is looked for and found is no leaver'

        # The state of a day on which two were not there yet, and another's address was not known.
        Import-Clixml ./employees.clixml | Select-Object -Skip 2 | ForEach-Object { if ($_.Id -eq '416') { $_.Email = $null }; $_ } | Export-Clixml ./earlier.clixml
        Move-Item ./earlier.clixml ./employees.clixml -Force
        (Invoke-Snippet $run.Text).Errors | Should -BeNullOrEmpty
        $changes = Import-Csv changes.csv
        $changes.Change | Sort-Object -Unique | Should -Be 'Joiner', 'Other'
        $changes.Where{ $_.Change -eq 'Joiner' } | Should -HaveCount 2
        $changes.Where{ $_.Change -eq 'Other' }.After | Should -Be 'jane.doe@example.com'
    }
    'Import-Csv ./accounts.csv | Get-LuccaEmployee' = {
        param($run)
        $run.Output.Name | Should -Be 'Jane Doe'
    }
    '-ErrorVariable unknown' = {
        param($run)
        $people = @(Get-LuccaEmployee -Status active, upcoming)
        $run.Output.Count | Should -Be $people.Count -Because 'all but Jane have no account, and one account has nobody'
        $run.Output.Name | Should -Not -Contain 'Jane Doe'
        $run.Output[-1].EmployeeNumber | Should -Be 'X1'
    }
    'Send-LuccaFile' = {
        param($run)
        $run.Output.FileName | Should -Be 'contract.pdf'
        $run.Output.Id | Should -Match '^[0-9a-f-]{36}$'
    }
    'Test-LuccaWebhookSignature -Body' = {
        param($run)
        $run.Output.type | Should -Be 'employee.created' -Because 'the genuine delivery is read, the forged one is not'
    }
    'Invoke-LuccaRequest departments' = {
        param($run)
        $run.Output[0].items.name | Should -Contain 'Finances'
    }
}
