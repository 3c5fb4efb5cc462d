BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaEmployee -Include embedded' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    It 'reaches the employment, the job position and the department''s reference as objects, for one request' {
        $employee = Get-LuccaEmployee 416 -Include embedded -Expand @()
        $employee.Employment | Should -BeOfType [Lucca.Employment]
        $employee.Employment.Employee.Id | Should -Be '416'
        $employee.JobPosition | Should -BeOfType [Lucca.JobPosition]
        $employee.Department.Id | Should -Be '32'
        (Get-TestRequest).Count | Should -Be 1
        ($employee.Department | Get-LuccaDepartment).Name | Should -Be 'Finances'
    }

    It 'reaches them for each item of a list' {
        $employees = Get-LuccaEmployee -Include embedded -Expand @()
        $employees.Count | Should -Be 120
        $employees.Where({ $_.JobPosition.Employee.Id -ne $_.Id }) | Should -BeNullOrEmpty
        $employees.Where({ -not $_.Employment -or -not $_.Department }) | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 2
    }

    It 'has nothing there without embedded resources' {
        $employee = Get-LuccaEmployee 416 -Include @()
        $employee.Employment, $employee.JobPosition, $employee.Department | Should -Be $null, $null, $null
    }

    It 'gives the department itself where the response brought it, also in a cycle, which ConvertTo-Json survives' {
        $person = @{ id = '1'; applicableEmployment = @{ id = '2' }; applicableJobPosition = @{ id = '3' } }
        $embedded = @{
            employee       = @{ '1' = $person }
            employment     = @{ '2' = @{ id = '2'; employee = @{ id = '1' } } }
            'job-position' = @{ '3' = @{ id = '3'; employee = @{ id = '1' }; employment = @{ id = '2' }; department = @{ id = '7' }; manager = @{ id = '1' } } }
            department     = @{ '7' = @{ id = '7'; name = 'Finance'; manager = @{ id = '1' } } }
        }
        Add-TestFault @{ path = '/employees/1'; kind = 'Status'; status = 200; body = ConvertTo-Json ($person + @{ embedded = $embedded }) -Depth 9 }
        $employee = Get-LuccaEmployee 1 -Include embedded
        $employee.Department.Name | Should -Be 'Finance'
        $employee.Employment.Employee | Should -Be $employee
        $json = $employee | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue
        $json.Length | Should -BeLessThan 100kb
        ($json | ConvertFrom-Json).ApplicableJobPosition.Id | Should -Be '3'
    }

    It 'makes no more than 32 kB of JSON of one real employee' {
        $json = Get-LuccaEmployee 416 -Include embedded | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue
        ($json | ConvertFrom-Json).Id | Should -Be '416'
        $json.Length | Should -BeGreaterThan 1kb
        $json.Length | Should -BeLessThan 32kb
    }
}
