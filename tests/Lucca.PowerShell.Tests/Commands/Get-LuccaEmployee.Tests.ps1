BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaEmployee' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    It 'gets one by its id' {
        $employee = Get-LuccaEmployee 416
        $employee | Should -BeOfType [Lucca.Employee]
        $employee.FullName | Should -Be 'Jane Doe'
        $employee.Portrait.Id | Should -Be '874'
    }

    It 'asks for a hundred ids at once, and keeps their order' {
        $ids = 430..402
        ($ids | Get-LuccaEmployee).Id | Should -Be ($ids | ForEach-Object { "$_" })
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'finds the employees of departments from the pipeline' {
        $departments = Get-LuccaDepartment -Search fin
        $employees = $departments | Get-LuccaEmployee
        $employees.Count | Should -BeGreaterThan 0
        (Get-TestRequest)[-1].query | Should -Match "applicableJobPosition\.department\.id=$($departments.Id -join ',')"
    }

    It 'fits a table into 80 columns' {
        ((Get-LuccaEmployee | Out-String -Width 80) -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}
