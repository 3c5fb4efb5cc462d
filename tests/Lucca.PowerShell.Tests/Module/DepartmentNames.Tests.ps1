# Departments come with their names, unasked: from their list, read at most every ten minutes. What that costs is counted at the server.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer -Argument '--departments', 40, '--employees', 1200

    function Get-DepartmentRequest { @((Get-TestRequest).Where{ $_.path -eq '/lucca-api/departments' }) }
}

AfterAll {
    Stop-TestServer
}

Describe 'The names of departments' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'come with <What>, with the path from the root down' -ForEach @(
        @{ What = 'an employee'; Script = { (Get-LuccaEmployee 416).Department } }
        @{ What = 'employees by id'; Script = { (414..416 | Get-LuccaEmployee)[2].Department } }
        @{ What = 'a list of employees'; Script = { (Get-LuccaEmployee | Where-Object Id -EQ 416).Department } }
        @{ What = 'job positions'; Script = { (Get-LuccaJobPosition -Employee 416)[0].Department } }
        @{ What = 'embedded departments'; Script = { (Get-LuccaJobPosition -Employee 416 -Include embedded)[0].Department } }
        @{ What = 'a department below'; Script = { (Get-LuccaDepartment).Parent.Where({ $_.Id -eq 32 }, 'First')[0] } }
    ) {
        $department = & $Script
        $department.Id | Should -Be 32
        $department.Name | Should -Be 'Finances'
        $department.Path | Should -Be 'Finances'
        "$department" | Should -Be 'Finances'
    }

    It 'name the whole way down in a path' {
        $below = (Get-LuccaDepartment -Tree).Where({ $_.Depth -eq 3 }, 'First')[0]
        $parent = (Get-LuccaDepartment $below.Id).Parent
        $parent.Path | Should -Be ($below.Path -replace '/[^/]+$')
        (Get-LuccaDepartment $below.Id).Path | Should -Be $below.Path
        (Get-LuccaJobPosition -Expand Department).Department.Where({ $_.Id -eq $below.Id }, 'First').Path | Should -Be $below.Path
    }

    It 'choose, sort and group rows, and reach CSV, JSON and tables' {
        $all = Get-LuccaEmployee
        $some = @($all | Where-Object Department -EQ finances)
        $some.Count | Should -BeGreaterThan 5
        $some.Department.Id | Select-Object -Unique | Should -Be 32
        @($all | Where-Object Department -EQ 32).Count | Should -Be $some.Count
        @($all | Where-Object { $_.Department.Name -eq 'Finances' }).Count | Should -Be $some.Count
        ($all | Group-Object Department | Where-Object Name -EQ 'Finances').Count | Should -Be $some.Count
        ($all | Sort-Object Department)[0].Department.Name | Should -Be ($all.Department.Name | Sort-Object)[0]
        ($some | ConvertTo-Csv | ConvertFrom-Csv).Department | Select-Object -Unique | Should -Be 'Finances'
        ($some[0] | ConvertTo-Json | ConvertFrom-Json).Department | Select-Object Id, Name, Path | ForEach-Object { "$_" } |
            Should -Be '@{Id=32; Name=Finances; Path=Finances}'
        $some | Format-Table | Out-String | Should -Match 'Finances'
    }

    It 'cost one request more the first time, then none: <What>' -ForEach @(
        @{ What = 'one employee'; Script = { Get-LuccaEmployee 416 }; Count = 1 }
        @{ What = 'a hundred by ids'; Script = { 401..500 | Get-LuccaEmployee }; Count = 1 }
        @{ What = 'a list of 1,200'; Script = { Get-LuccaEmployee }; Count = 12 }
        @{ What = 'a department'; Script = { Get-LuccaDepartment 34 }; Count = 1 }
    ) {
        $null = & $Script
        (Get-TestRequest).Count | Should -Be ($Count + 1)
        Clear-TestRequest
        $null = & $Script
        (Get-TestRequest).Count | Should -Be $Count
    }

    It 'cost nothing where <What>' -ForEach @(
        @{ What = 'nobody comes'; Script = { Get-LuccaEmployee -First 0 -IncludeTotalCount } }
        @{ What = 'the employees have no position with them'; Script = { Get-LuccaEmployee 416 -Include links } }
        @{ What = '-Expand asks for nothing'; Script = { Get-LuccaEmployee 416 -Expand @() } }
        @{ What = 'a department is at the top'; Script = { Get-LuccaDepartment 32 } }
        @{ What = 'the list itself is read'; Script = { Get-LuccaDepartment } ; Least = 1 }
        @{ What = 'the tree is read'; Script = { Get-LuccaDepartment -Tree } ; Least = 1 }
        @{ What = '-Expand reads the list itself'; Script = { 7001..7100 | Get-LuccaJobPosition -Expand Department } ; Least = 1 }
        @{ What = 'a name is looked up in the list'; Script = { Get-LuccaDepartment Accounting } ; Least = 1 }
    ) {
        $null = & $Script
        (Get-DepartmentRequest).Count | Should -BeLessOrEqual ([int] $_.Least)
    }

    It 'stay away for -Expand @(): the reference is the id' {
        $department = (Get-LuccaEmployee 416 -Expand @()).Department
        "$department" | Should -Be '32'
        $department.PSObject.Properties['Name'] | Should -BeNullOrEmpty
    }

    It 'are read again after a write' {
        $null = Get-LuccaEmployee 416
        $null = Invoke-LuccaRequest files -Method Post -Body @{ } -ErrorAction SilentlyContinue -Confirm:$false
        Clear-TestRequest
        $null = Get-LuccaEmployee 416
        (Get-DepartmentRequest).Count | Should -Be 1
    }

    It 'are of the tenant that the employee came from' {
        $here = Connect-Lucca -Emulator -SkipDefault -Name here
        Add-TestFault @{ path = '/departments'; kind = 'Status'; status = 200; body = '{"items":[{"id":"32","name":"Elsewhere"}]}' }
        $both = (Get-LuccaEmployee 416), (Get-LuccaEmployee 416 -Session $here)
        $both.Department.Name | Should -Be 'Elsewhere', 'Finances'
        ($both | Get-LuccaEmployee).Department.Name | Should -Be 'Elsewhere', 'Finances'
        Disconnect-Lucca $here
    }

    It 'name the others where -Expand finds that one is gone' {
        $known = (Get-LuccaDepartment -Tree).Where({ $_.Depth -eq 3 }, 'First')[0]
        $null = Connect-TestServer
        Add-TestFault @{ path = '/job-positions'; kind = 'Status'; status = 200; body = (ConvertTo-Json @{ items = @(
                    @{ id = '1'; department = @{ id = '999'; type = 'department' } }, @{ id = '2'; department = @{ id = $known.Id; type = 'department' } }) } -Depth 5) }
        $positions = Get-LuccaJobPosition 1, 2 -Expand Department -ErrorAction SilentlyContinue
        $positions[1].Department.Path | Should -Be $known.Path
    }

    It 'are read once by runspaces that share a session' {
        $session = Get-LuccaSession
        $module = (Get-Module Lucca).Path
        $names = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:module
            (Get-LuccaEmployee 416 -Session $using:session).Department.Name
        }
        $names | Should -Be (@('Finances') * 8)
        (Get-DepartmentRequest).Count | Should -Be 1
    }
}

Describe 'The names of departments of more than one page' {
    BeforeAll {
        Set-TestTenant @{ departments = 250; employees = 100 }
    }

    AfterAll {
        Clear-TestFault
        Set-TestTenant @{ departments = 40; employees = 1200 }
    }

    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'cost the list once: <What>' -ForEach @(
        @{ What = 'the list itself'; Script = { Get-LuccaDepartment } }
        @{ What = 'the tree'; Script = { Get-LuccaDepartment -Tree } }
        @{ What = 'a branch'; Script = { Get-LuccaDepartment Finances -Recurse } }
        @{ What = 'a name'; Script = { Get-LuccaDepartment Accounting } }
    ) {
        $null = & $Script
        (Get-DepartmentRequest).Count | Should -Be 3
    }

    It 'leave the rows that came where a later page fails' {
        $null = Connect-TestServer @{ MaxRetry = 0 }
        Add-TestFault @{ path = '/departments.*page='; kind = 'Status'; status = 500; times = -1 }
        $rows = [System.Collections.Generic.List[object]]::new()
        { Get-LuccaDepartment | ForEach-Object { $rows.Add($_) } } | Should -Throw '*100 of 250*'
        $rows.Count | Should -Be 100
    }

    It 'are in the first rows of the list too' {
        $all = Get-LuccaDepartment
        $all | Should -HaveCount 250
        $all.Where{ $_.Parent -and -not $_.Parent.Path } | Should -BeNullOrEmpty
        $all.Where{ -not $_.Path } | Should -BeNullOrEmpty
    }

    It 'leave nobody waiting when the session is disconnected meanwhile: <How>' -ForEach @(
        @{ How = 'disconnected'; Script = { Disconnect-Lucca shared } }
        @{ How = 'replaced'; Script = { $null = Connect-TestServer @{ Name = 'shared' } } }
    ) {
        $session = Connect-TestServer @{ Name = 'shared'; MaxRetry = 0 }
        Add-TestFault @{ path = '/departments'; delay = 3000; times = -1 }
        $module = (Get-Module Lucca).Path
        $jobs = 1..3 | ForEach-Object { Start-ThreadJob { Import-Module $using:module; Get-LuccaEmployee 416 -Session $using:session } }
        foreach ($try in 1..100) { if ((Get-DepartmentRequest).Count) { break }; Start-Sleep -Milliseconds 100 }
        & $Script
        ($jobs | Wait-Job -Timeout 60).Count | Should -Be 3
        $jobs | Remove-Job -Force
        Get-LuccaSession shared -ErrorAction Ignore | Disconnect-Lucca
    }
}

Describe 'Departments that the key may not read' {
    BeforeEach {
        Clear-TestFault
        Add-TestFault @{ path = 'departments'; kind = 'status'; status = 403; times = -1 }
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'stay ids; a verbose line says which scope is missing, and nothing is an error' {
        $rows = Get-LuccaEmployee -First 300 -Verbose -ErrorVariable failed 4>&1
        $employees = $rows.Where{ $_ -is [Lucca.Employee] }
        $employees | Should -HaveCount 300
        ($employees | Where-Object Id -EQ 416).Department | Should -BeExactly 32
        $failed | Should -BeNullOrEmpty
        $said = @($rows.Where{ "$_" -like 'Departments stay ids*' })
        $said | Should -HaveCount 1
        "$said" | Should -BeLike '*needs the scope departments.readonly*'
    }

    It 'are not asked for again by the next command' {
        $null = Get-LuccaEmployee 416
        $null = Get-LuccaEmployee 417
        (Get-DepartmentRequest).Count | Should -Be 1
    }
}

Describe 'Departments that the tenant fails to send' {
    BeforeEach {
        Clear-TestFault
        Add-TestFault @{ path = 'departments'; kind = 'status'; status = 503; times = -1 }
        $null = Connect-TestServer @{ MaxRetry = 0 }
        Clear-TestRequest
    }

    It 'are one error, since a script may choose by the name: the rows still come' {
        $employees = Get-LuccaEmployee -First 300 -ErrorVariable failed -ErrorAction SilentlyContinue
        $employees | Should -HaveCount 300
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LuccaUnavailable,*'
        "$($failed[0])" | Should -BeLike '*stay ids*'
        (Get-DepartmentRequest).Count | Should -Be 1
        { Get-LuccaEmployee 416 -ErrorAction Stop } | Should -Throw -ErrorId 'LuccaUnavailable,*'
    }

    It 'are asked for again by the next command' {
        $null = Get-LuccaEmployee 416 -ErrorAction SilentlyContinue
        Clear-TestFault
        (Get-LuccaEmployee 416).Department.Name | Should -Be 'Finances'
    }
}

Describe 'The names of departments in states of employees' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
    }

    It 'survive Export-Clixml, with id and path' {
        $file = Join-Path $TestDrive state.clixml
        Get-LuccaEmployee | Export-Clixml $file
        $department = (Import-Clixml $file | Where-Object Id -EQ 416).Department
        $department | Should -BeOfType Lucca.DepartmentReference
        $department.Id, $department.Name, $department.Path | Should -Be '32', 'Finances', 'Finances'
        Compare-LuccaEmployee $file | Should -BeNullOrEmpty
    }

    It 'are compared with the tenant where CSV holds nothing else, and with ids of former files' {
        $file = Join-Path $TestDrive state.csv
        Get-LuccaEmployee | Export-Csv $file
        Compare-LuccaEmployee (Import-Csv $file) -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warned" | Should -Not -BeLike '*Department*'
        Get-LuccaEmployee -Expand @() | Export-Csv $file
        Compare-LuccaEmployee (Import-Csv $file) -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warned" | Should -Not -BeLike '*Department*'
    }

    It 'are what a change says' {
        $before = Get-LuccaEmployee
        $moved = $before | Where-Object { $_.Department -ne 'Finances' } | Select-Object -First 1
        $json = $before | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        ($json | Where-Object Id -EQ $moved.Id).Department = [pscustomobject]@{ Id = '32'; Name = 'Finances' }
        $change = Compare-LuccaEmployee $json
        "$($change.Before)" | Should -Be 'Finances'
        "$($change.After)" | Should -Be $moved.Department.Name
    }
}
