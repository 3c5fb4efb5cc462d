# An id that does not exist never just vanishes from what was asked for. The figures are counted at the server.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer

    function Get-SentPath { (Get-TestRequest).path -replace '^/lucca-api/' }
    function Get-Answer([scriptblock] $script) {
        (& $script 2>&1).ForEach{ $_ -is [System.Management.Automation.ErrorRecord] ? "$($_.FullyQualifiedErrorId -replace ',.*') $($_.TargetObject)" : $_.Id }
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'Ids beside filters' {
    BeforeEach {
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'reports the unknown ones, in their order, with one request more' {
        $active = (Get-LuccaEmployee -Status active -First 2).Id
        Clear-TestRequest
        Get-Answer { $active[0], 99991, $active[1], 99992 | Get-LuccaEmployee -Status active -Expand @() } |
            Should -Be $active[0], $active[1], 'LuccaNotFound 99991', 'LuccaNotFound 99992'
        Get-SentPath | Should -Be 'employees', 'employees'
    }

    It 'reports a single one: <Script>' -ForEach @(
        @{ Script = { Get-LuccaEmployee 99999 -Status active } }
        @{ Script = { 99999 | Get-LuccaEmployee -EmployedOn 2026-01-01 } }
        @{ Script = { 99999 | Get-LuccaEmployment -Status active } }
        @{ Script = { [pscustomobject] @{ Id = '99999' } | Get-LuccaJobPosition -Status active } }
    ) {
        (Get-Answer $Script) -replace '@\{.*' | Should -Match '^LuccaNotFound'
    }

    It 'says nothing of one that the filter omits, and sends no more where all came' {
        Get-Answer { 401, 402 | Get-LuccaEmployee -Status deactivated -Expand @() } | Should -BeNullOrEmpty
        Clear-TestRequest
        $active = (Get-LuccaEmployee -Status active -First 3 -Expand @()).Id
        (Get-LuccaEmployee $active -Status active -Expand @()).Id | Should -Be $active
        Get-SentPath | Should -Be 'employees', 'employees'
    }

    It 'asks for no object again that came from the tenant' {
        $all = Get-LuccaEmployee -First 5 -Expand @()
        Clear-TestRequest
        $all | Get-LuccaEmployee -Status deactivated -Expand @()
        Get-SentPath | Should -Be 'employees'
    }
}

Describe 'Unknown ids among those of a filter' {
    BeforeEach {
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'end the command before the list is read, as an unknown name does: <Script>' -ForEach @(
        @{ Unknown = '9999'; Script = { Get-LuccaEmployee -Department Finances, 9999 } }
        @{ Unknown = '9999'; Script = { Get-LuccaEmployee -Department Finances, 9999 -Recurse } }
        @{ Unknown = '99'; Script = { Get-LuccaEmployee -LegalEntity 1, 99 } }
        @{ Unknown = '9999'; Script = { Get-LuccaJobPosition -Employee 416, 9999 } }
        @{ Unknown = '9999'; Script = { Get-LuccaEmployment -Employee 416, 9999 } }
        @{ Unknown = '9999'; Script = { 416 | Get-LuccaEmployee -Department Finances, 9999 } }
        @{ Unknown = 'a@b.c'; Script = { Get-LuccaEmployee -Email a@b.c, jane.doe@example.com } }
        @{ Unknown = 'a@b.c'; Script = { 416 | Get-LuccaEmployee -Email a@b.c, jane.doe@example.com } }
    ) {
        $output = [System.Collections.Generic.List[object]]::new()
        $failure = $null
        try { & $Script -ErrorAction Continue 2>&1 | ForEach-Object { $output.Add($_) } } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failure.TargetObject | Should -Be $Unknown
        $output | Should -BeNullOrEmpty
    }

    It 'reports each, the last one as the end' {
        $failures = $null
        { Get-LuccaEmployee -Department 9998, 1, 9999 -ErrorVariable +script:failures -ErrorAction SilentlyContinue } | Should -Throw "*'9999'*"
        $script:failures.TargetObject | Should -Contain '9998'
    }

    It 'costs nothing for departments, whose names are read anyway, and one request for other kinds' {
        $null = Get-LuccaEmployee -Department 1, 2, 3
        (Get-SentPath | Group-Object -NoElement | Sort-Object Name).ForEach{ "$($_.Name) $($_.Count)" } | Should -Be 'departments 1', 'employees 1'
        Clear-TestRequest
        $null = Get-LuccaJobPosition -Employee 416, 417, 418
        Get-SentPath | Should -Be 'employees', 'job-positions'
    }

    It 'checks a single id only when nothing came' {
        $null = Get-LuccaJobPosition -Employee 416
        Get-SentPath | Should -Be 'job-positions', 'departments'
        Clear-TestRequest
        (Get-ThrownError { Get-LuccaJobPosition -Employee 9999 }).TargetObject | Should -Be 9999
        Get-SentPath | Should -Be 'job-positions', 'employees/9999'
    }

    It 'takes objects for known, and null for no id' {
        $two = Get-LuccaEmployee 416, 417 -Expand @()
        Clear-TestRequest
        $null = Get-LuccaJobPosition -Employee $two -Expand @()
        $null = Get-LuccaEmployee -Department $two[0].Department, null -Expand @()
        Get-SentPath | Should -Be 'job-positions', 'employees'
    }

    It 'goes on where the key may not read them' {
        $null = Connect-TestServer @{ Scope = 'job-positions.readonly' }
        $notes = Get-LuccaJobPosition -Employee 416, 9999 -Verbose 4>&1
        "$notes" | Should -Match 'Could not check whether each employee of the filter exists'
        $notes.Where{ $_ -is [Lucca.JobPosition] } | Should -Not -BeNullOrEmpty
    }
}

Describe 'A row whose Id is not what it seems' {
    BeforeAll {
        $null = Connect-TestServer
    }

    It 'is no unknown employee if a number or an address beside it may be somebody''s: <Row>' -ForEach @(
        @{ Row = [pscustomobject] @{ Id = '6e7b768e-1111-2222-3333-444455556666'; Mail = 'jane.doe@example.com' } }
        @{ Row = [pscustomobject] @{ Id = '99999'; EmployeeNumber = '00416' } }
    ) {
        foreach ($way in { $Row | Get-LuccaEmployee }, { $Row, $Row | Get-LuccaEmployee }, { $Row | Get-LuccaEmployee -Status active }) {
            $errors = @(& $way 2>&1)
            $errors.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
            "$($errors[0])" | Should -BeLike '*which its Id hides*'
        }
    }

    It 'is an employee, and no contract or picture, if it has an employee number' {
        $row = [pscustomobject] @{ Id = '416'; EmployeeNumber = '00416' }
        ($row | Get-LuccaPortrait).Id | Should -Be 874
        ($row | Get-LuccaEmployment).Employee.Id | Should -Be 416
        ($row | Get-LuccaEmployee).Id | Should -Be 416
        $portrait = [pscustomobject] @{ Id = '874'; EmployeeNumber = '00401' }
        "$(Get-ThrownError { $portrait | Get-LuccaPortrait })" | Should -BeLike "*employee*'874'*"
        "$(Get-ThrownError { [pscustomobject] @{ Id = '417'; EmployeeNumber = '00416' } | Get-LuccaPortrait })" | Should -BeLike '*two employees*'
        "$(Get-ThrownError { $row | Get-LuccaDepartment })" | Should -BeLike 'Expected a department but got employee 416.*'
    }
}

Describe 'Managers whom the key does not see' {
    It 'do not end what gets the people below others' {
        $null = Connect-TestServer
        $managers = (Get-LuccaEmployee).Manager.Id | Select-Object -Unique -First 2
        Add-TestFault @{ path = "/employees/$($managers[1])|[?&]id="; kind = 'Status'; status = 404; times = -1 }
        @(Get-LuccaEmployee -Manager $managers -Expand @()).Count | Should -BeGreaterThan 1
        Clear-TestFault
    }
}

Describe 'A single id that a filter does not know' {
    It 'ends the script, where nothing came' {
        $null = Connect-TestServer
        { Get-LuccaEmployee -Department 9999; throw 'goes on' } | Should -Throw '*9999*'
        { Get-LuccaEmployee -Email nobody@example.com; throw 'goes on' } | Should -Throw '*nobody@example.com*'
    }
}
