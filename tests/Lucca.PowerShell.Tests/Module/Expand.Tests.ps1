# What objects refer to comes with -Expand: in bulk, counted at the server, and without keeping the first rows waiting.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer -Argument '--departments', 40, '--employees', 1200
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe '-Expand' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'brings departments and managers of 1,200 employees in the pages and a few requests more' {
        $employees = Get-LuccaEmployee -Expand Department, Manager
        $employees.Count | Should -Be 1200
        $employees.Where{ $_.JobPosition.Department -is [Lucca.Department] }.Count | Should -Be 1200
        $employees.Where{ $_.JobPosition.Manager -and $_.JobPosition.Manager -isnot [Lucca.Employee] } | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -BeLessOrEqual (12 + 1 + 2 + 3)
    }

    It 'emits the first rows before it reads on' {
        $first = Get-LuccaEmployee -Expand Department | Select-Object -First 1
        $first.JobPosition.Department.Name | Should -Not -BeNullOrEmpty
        (Get-TestRequest).Where{ $_.path -like '*/employees' }.Count | Should -Be 1
    }

    It 'works for ids, each department asked for once' {
        $some = 7001..7100 | Get-LuccaJobPosition -Expand depart*
        $some.Where{ $_.Department -is [Lucca.Department] } | Should -HaveCount 100
        (Get-TestRequest).path | Should -Be '/lucca-api/job-positions', '/lucca-api/departments'
        Clear-TestRequest
        "$((Get-LuccaJobPosition 7016 -Expand Department).Department)" | Should -Be 'Finances'
        (Get-TestRequest).path | Should -Be '/lucca-api/job-positions/7016', '/lucca-api/departments/32'
    }

    It 'brings <Member> of an employee' -ForEach @(
        @{ Member = 'Department'; Model = 'Department' }
        @{ Member = 'Manager'; Model = 'Employee' }
        @{ Member = 'BusinessEstablishment'; Model = 'BusinessEstablishment' }
        @{ Member = 'JobQualification'; Model = 'JobQualification' }
        @{ Member = 'OccupationCategory'; Model = 'OccupationCategory' }
        @{ Member = 'LegalEntity'; Model = 'LegalEntity' }
        @{ Member = 'EmploymentTemplate'; Model = 'EmploymentTemplate' }
    ) {
        $one = (Get-LuccaEmployee -First 20).Where({ $_.$Member }, 'First').Id
        $ways = { Get-LuccaEmployee -First 20 -Expand $Member }, { 401..420 | Get-LuccaEmployee -Expand $Member }, { Get-LuccaEmployee $one -Expand $Member }
        foreach ($way in $ways) {
            $there = @((& $way).$Member).Where{ $_ }
            $there | Should -Not -BeNullOrEmpty
            $there | Should -BeOfType "Lucca.$Model"
            $there.Name | Should -Not -BeNullOrEmpty
        }
    }

    It 'brings legal entity and template of employees together, each for one request' {
        $some = Get-LuccaEmployee -First 50 -Expand LegalEntity, EmploymentTemplate
        $some.LegalEntity | Should -BeOfType Lucca.LegalEntity
        $some.EmploymentTemplate | Should -BeOfType Lucca.EmploymentTemplate
        (Get-TestRequest).path | Sort-Object | Should -Be '/lucca-api/employees', '/lucca-api/employment-templates', '/lucca-api/legal-entities'
    }

    It 'brings all that can be had in bulk for *' {
        $one = Get-LuccaDepartment 34 -Expand *
        $one.Parent | Should -BeOfType Lucca.Department
        $one.Manager | Should -BeOfType Lucca.Employee
    }

    It 'works for portraits: who was piped in is not asked for again, and nobody twice' {
        $some = Get-LuccaEmployee -First 3
        Clear-TestRequest
        $portraits = $some | Get-LuccaPortrait -Expand Employee
        $portraits.Employee | Should -BeOfType Lucca.Employee
        $portraits.Employee.Email | Should -Be $some.Email
        (Get-TestRequest).path | Should -Match '/portraits/'
        Clear-TestRequest
        (874, 874 | Get-LuccaPortrait -Expand *).Employee.Email | Should -Be 'jane.doe@example.com', 'jane.doe@example.com'
        (Get-TestRequest).path | Should -Be '/lucca-api/portraits/874', '/lucca-api/employees/416', '/lucca-api/portraits/874'
    }

    It 'works in the tree' {
        (Get-LuccaDepartment -Tree -Root 32 -Expand Manager)[0].Department.Manager | Should -BeOfType Lucca.Employee
    }

    It 'refuses what is no reference, and says what is: nothing is sent' {
        $failure = Get-ThrownError { Get-LuccaDepartment -Expand Boss }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $failure.TargetObject | Should -Be 'Boss'
        $failure.ErrorDetails.Message | Should -BeLike "'Boss' is not a reference of the department*Parent, Manager*"
        "$(Get-ThrownError { Get-LuccaJobPosition -Expand Boss })" | Should -BeLike '*of the job position that*'
        (Get-ThrownError { Get-LuccaProfession -Expand * }).ErrorDetails.Message | Should -BeLike '*no references to expand*'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'leaves what the key may not see, and is an error once for each kind' {
        Add-TestFault @{ path = 'departments'; kind = 'status'; status = 403; times = -1 }
        $positions = Get-LuccaJobPosition -Expand Department, Employee -First 300 -ErrorVariable failed -ErrorAction SilentlyContinue -WarningVariable warned
        $positions | Should -HaveCount 300
        $positions[0].Department | Should -Not -BeOfType Lucca.Department
        $positions[0].Employee | Should -BeOfType Lucca.Employee
        $warned | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'LuccaForbidden,Lucca.PowerShell.Cmdlets.GetLuccaJobPositionCommand'
        $failed[0].TargetObject | Should -Be 'Department', 'Employee'
        "$($failed[0])" | Should -BeLike '*departments*stay ids*'
        { Get-LuccaJobPosition -Expand Department -First 3 -ErrorAction Stop } | Should -Throw -ErrorId 'LuccaForbidden,*'
    }

    It 'keeps the rows when the server fails meanwhile: <Way>' -ForEach @(
        @{ Fails = $null; Way = 'ids'; Script = { 7001..7003 | Get-LuccaJobPosition -Expand Department }; Count = 3 }
        @{ Fails = $null; Way = 'one'; Script = { Get-LuccaJobPosition 7001 -Expand Department }; Count = 1 }
        @{ Fails = $null; Way = 'list'; Script = { Get-LuccaJobPosition -First 300 -Expand Department }; Count = 300 }
        @{ Way = 'tree'; Script = { Get-LuccaDepartment -Tree -Root 32 -Expand Parent, Manager }; Count = 6; Fails = '/employees' }
    ) {
        $null = Connect-TestServer @{ MaxRetry = 0 }
        Add-TestFault @{ path = $Fails ?? 'departments'; kind = 'status'; status = 503; times = -1 }
        $rows = & $Script 2>&1
        $failed = @($rows.Where{ $_ -is [System.Management.Automation.ErrorRecord] })
        @($rows.Where{ $_ -isnot [System.Management.Automation.ErrorRecord] }).Count | Should -Be $Count
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LuccaUnavailable,*'
    }

    It 'offers the names, on every command that gets what refers to something' {
        (TabExpansion2 'Get-LuccaDepartment -Expand ').CompletionMatches.CompletionText | Should -Be 'Parent', 'Manager'
        (TabExpansion2 'Get-LuccaEmployee -Expand dep').CompletionMatches.CompletionText | Should -Be 'Department'
    }
}
