# -Recurse means what is below as well: departments below a department, people below a manager, however deep and whatever cycles there are.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer

    $branch = (Get-LuccaDepartment -Tree -Root 32).Id
    $people = @(Get-LuccaEmployee)
    $above = @{}
    foreach ($one in $people) { $above[$one.Id] = $one.Manager.Id }

    # Whether a walk up the managers comes to somebody.
    function Test-Below([string] $Id, [string] $Manager) {
        for ($at = $above[$Id]; $at; $at = $above[$at]) { if ($at -eq $Manager) { return $true } }
        $false
    }
}

AfterAll {
    Stop-TestServer
}

Describe '-Recurse' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'beside -Department brings the branch' {
        $direct = @(Get-LuccaEmployee -Department Finances)
        Clear-TestRequest
        $all = @(Get-LuccaEmployee -Department Finances -Recurse)
        $all.Id | Should -Be $people.Where{ $_.Department.Id -in $branch }.Id
        $all.Count | Should -BeGreaterThan $direct.Count
        (Get-TestRequest).path | Should -Be '/lucca-api/departments', '/lucca-api/employees'
    }

    It 'means the same for departments that are piped in, and for job positions' {
        (Get-LuccaDepartment 32 | Get-LuccaEmployee -Recurse).Id | Should -Be $people.Where{ $_.Department.Id -in $branch }.Id
        $positions = Get-LuccaJobPosition -Department 32 -Recurse
        $positions.Id | Should -Be (Get-LuccaJobPosition -Department $branch).Id
        (Get-LuccaJobPosition -Department 32).Count | Should -BeLessThan $positions.Count
    }

    It 'beside -Manager brings everybody below, whatever the depth' {
        $top = $people.Where{ -not $_.Manager }[0].Id
        $all = @(Get-LuccaEmployee -Manager $top -Recurse)
        $all.Id | Should -Be $people.Where{ Test-Below $_.Id $top }.Id
        $all.Count | Should -BeGreaterThan @(Get-LuccaEmployee -Manager $top).Count
        Clear-TestRequest
        $few = @(Get-LuccaEmployee -Manager 416 -Recurse)
        $few.Id | Should -Be $people.Where{ Test-Below $_.Id '416' }.Id
        (Get-TestRequest).Count | Should -BeLessOrEqual 6
    }

    It 'narrows with other filters without losing whom they hide' {
        $top = $people.Where{ -not $_.Manager }[0].Id
        (Get-LuccaEmployee -Manager $top -Recurse -Status upcoming).Id | Should -Be $people.Where{ $_.Status -eq 'upcoming' -and (Test-Below $_.Id $top) }.Id
    }

    It 'ends where two manage each other' {
        Add-TestFault @{ path = 'manager.id=900$|manager.id=900&'; kind = 'replace'; body = '{"items":[{"id":"901"}],"links":{"next":null}}'; times = -1 }
        Add-TestFault @{ path = 'manager.id=901$|manager.id=901&'; kind = 'replace'; body = '{"items":[{"id":"900"}],"links":{"next":null}}'; times = -1 }
        $null = try { Get-LuccaEmployee -Manager 900 -Recurse } catch { 'there is no such manager' }
        (Get-TestRequest).Count | Should -BeLessOrEqual 4
        [uri]::UnescapeDataString((Get-TestRequest)[2].query) | Should -BeLike '*manager.id=900,901*'
    }

    It 'gets a department and all below it, each once' {
        (Get-LuccaDepartment Finances -Recurse).Id | Should -Be $branch
        (Get-TestRequest).path | Should -Be '/lucca-api/departments'
        Get-LuccaDepartment Finances -Recurse | Should -BeOfType Lucca.Department
        (32, 34 | Get-LuccaDepartment -Recurse).Id | Should -Be $branch
        (Get-LuccaDepartment 32 -Recurse -Expand Manager)[0].Manager | Should -BeOfType Lucca.Employee
        $failure = Get-ThrownError { Get-LuccaDepartment Finanzen, 32 -Recurse }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failure.TargetObject | Should -Be 'Finanzen'
    }

    It 'is an error without what it goes with' {
        foreach ($script in { Get-LuccaEmployee -Recurse }, { Get-LuccaJobPosition -Recurse -Status active }) {
            $failure = Get-ThrownError $script
            $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
            "$failure" | Should -BeLike '*-Department*-Manager*'
        }

        (Get-TestRequest).Count | Should -Be 0
    }

    It 'is refused beside ids, which it would not mean' {
        foreach ($way in { Get-LuccaEmployee 405 -Recurse }, { 405 | Get-LuccaEmployee -Recurse }, { Get-LuccaEmployee 405 | Get-LuccaEmployee -Recurse }) {
            "$(Get-ThrownError $way)" | Should -BeLike '-Recurse needs -Department or -Manager*'
        }
    }

    It 'ends the script when the departments cannot be read whole' {
        Add-TestFault @{ path = '/departments'; kind = 'replace'; body = '{"items":[{"id":"32","name":"Finances"},{"id":"33","name":"Paie","level":"deep"}],"links":{"next":null}}'; times = -1 }
        { Get-LuccaEmployee -Department 32 -Recurse } | Should -Throw -ErrorId 'LuccaBadReply,*'
        (Get-TestRequest).path | Should -Not -Contain '/lucca-api/employees'
    }
}
