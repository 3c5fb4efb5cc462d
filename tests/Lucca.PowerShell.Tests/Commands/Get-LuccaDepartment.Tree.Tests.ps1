BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaDepartment -Tree' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    It 'emits each department once, in reading order, for one request' {
        $nodes = Get-LuccaDepartment -Tree
        $nodes[0] | Should -BeOfType [Lucca.DepartmentNode]
        $nodes.Count | Should -Be 40
        ($nodes.Id | Sort-Object -Unique).Count | Should -Be 40
        foreach ($node in $nodes) { $node.Depth | Should -Be $node.Department.Level -Because "of $($node.Path)" }
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'fetches a list of many pages once' {
        # Another tenant knows no tokens of the one before.
        Set-TestTenant @{ Departments = 537 }
        $null = Connect-TestServer
        Clear-TestRequest
        $nodes = Get-LuccaDepartment -Tree
        $requests = Get-TestRequest
        Set-TestTenant @{ }
        $nodes.Count | Should -Be 537
        $requests.Count | Should -Be 6
    }

    It 'shows one branch for -Root by <Name>' -TestCases @(
        @{ Name = 'id'; Root = { '33' } }
        @{ Name = 'name'; Root = { 'accounting' } }
        @{ Name = 'object'; Root = { Get-LuccaDepartment 33 } }
    ) {
        $nodes = Get-LuccaDepartment -Tree -Root (& $Root)
        $nodes.Path | Should -Be 'Finances/Accounting', 'Finances/Accounting/Accounts payable', 'Finances/Accounting/Accounts receivable'
        $nodes.Depth | Should -Be 2, 3, 3
        $nodes[0].Children.Id | Should -Be '36', '37'
    }

    It 'draws the branches within 80 columns' {
        $lines = (Get-LuccaDepartment -Tree -Root 32 | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ }
        $lines[2..5] -replace '\s+(True|False)\s*$' -replace '^\d+\s+' | Should -Be 'Finances', '├─ Accounting', '│  ├─ Accounts payable', '│  └─ Accounts receivable'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'leads on to other commands' {
        (Get-LuccaDepartment -Tree -Root 36 | Get-LuccaDepartment).Name | Should -Be 'Accounts payable'
    }

    It 'means departments to other commands, whatever else has their ids' {
        $branch = Get-LuccaDepartment -Tree -Root 32
        Clear-TestRequest
        ($branch | Get-LuccaEmployee).Id | Should -Be (Get-LuccaEmployee -Department $branch.Id).Id
        @(Get-TestRequest)[0].query | Should -BeLike '*applicableJobPosition.department.id=32*'
        (Get-ThrownError { $branch[0] | Get-LuccaLegalEntity }).FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaLegalEntityCommand'
    }

    It 'leaves out what -IsArchived leaves out, and keeps the paths below' {
        $all = Get-LuccaDepartment -Tree
        $kept = Get-LuccaDepartment -Tree -IsArchived $false
        $kept.Id | Should -Be $all.Where({ -not $_.Department.IsArchived }).Id
        foreach ($node in $kept) { $node.Path | Should -Be $all.Where({ $_.Id -eq $node.Id }).Path }
    }

    It 'is cut by -First and -Skip, and counted' {
        $count, $nodes = Get-LuccaDepartment -Tree -Skip 1 -First 2 -IncludeTotalCount
        "$count" | Should -Match '40'
        $nodes.Id | Should -Be (Get-LuccaDepartment -Tree).Id[1, 2]
    }

    It 'survives cycles and orphans, with a warning for the cycle' {
        $items = @{ id = '1'; name = 'A'; parent = @{ id = '2' } }, @{ id = '2'; name = 'B'; parent = @{ id = '1' } }, @{ id = '3'; name = 'C'; parent = @{ id = '99' } }
        Add-TestFault @{ path = '/departments'; kind = 'Status'; status = 200; body = ConvertTo-Json @{ items = $items } -Depth 5 }
        $nodes = Get-LuccaDepartment -Tree -WarningVariable warnings -WarningAction SilentlyContinue
        $nodes.Path | Should -Be 'A', 'A/B', 'C'
        $warnings.Count | Should -Be 1
        "$warnings" | Should -BeLike '*1, 2*cycle*'
    }

    It 'has an error for a branch that is not there' {
        $failure = Get-ThrownError { Get-LuccaDepartment -Tree -Root 'no such' }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure.TargetObject | Should -Be 'no such'
    }

    It 'takes no input, since it needs the whole list' {
        $failure = Get-ThrownError { 32 | Get-LuccaDepartment -Tree }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        (Get-TestRequest).Count | Should -Be 0
    }
}
