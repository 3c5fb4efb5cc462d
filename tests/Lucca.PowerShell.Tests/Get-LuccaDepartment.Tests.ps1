BeforeAll {
    Import-Module $PSScriptRoot/TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaDepartment' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    It 'gets one by its id, as a typed object with its entity tag' {
        $department = Get-LuccaDepartment 32
        $department | Should -BeOfType [Lucca.Department]
        $department.Name | Should -Be 'Finances'
        $department.Manager.Id | Should -Be '416'
        $department.Parent | Should -BeNullOrEmpty
        $department.ETag | Should -Match '^W/'
    }

    It 'writes what it finds and an error of its own for each id that it does not, and goes on' {
        $errors = $null
        $found = 1, 'no-such', 3 | Get-LuccaDepartment -ErrorAction SilentlyContinue -ErrorVariable errors
        $found.Id | Should -Be '1', '3'
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $errors[0].TargetObject | Should -Be 'no-such'
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'makes one list request when only the first are wanted' {
        (Get-LuccaDepartment | Select-Object -First 3).Count | Should -Be 3
        (Get-TestRequest).Count | Should -Be 1
    }
}
