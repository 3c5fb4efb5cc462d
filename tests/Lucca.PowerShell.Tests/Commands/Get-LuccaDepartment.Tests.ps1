BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    $fromCmdlet = 'Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
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
        $department.RemoteId | Should -Be 'FIN'
        $department.Level | Should -Be 1
        $department.SortOrder | Should -Be 2
        $department.Manager.Id | Should -Be '416'
        $department.Parent | Should -BeNullOrEmpty
        $department.IsArchived | Should -BeFalse
        $department.ETag | Should -Match '^W/'
    }

    It 'writes what it finds and an error of its own for each id that it does not, and goes on' {
        $errors = $null
        $found = 1, 'no-such', 3 | Get-LuccaDepartment -ErrorAction SilentlyContinue -ErrorVariable errors
        $found.Id | Should -Be '1', '3'
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet"
        $errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $errors[0].TargetObject | Should -Be 'no-such'
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'takes ids as arguments, from the pipeline, from a property, and objects and references for ids' {
        (Get-LuccaDepartment 3, 1).Id | Should -Be '3', '1'
        ([pscustomobject]@{ Id = 3; Other = 'x' } | Get-LuccaDepartment).Id | Should -Be '3'
        ("Id,Name`n1,x`n3,y" | ConvertFrom-Csv | Get-LuccaDepartment).Id | Should -Be '1', '3'
        (Get-LuccaDepartment 32 | Get-LuccaDepartment).Id | Should -Be '32'
        (Get-LuccaDepartment (Get-LuccaDepartment 6).Parent).Id | Should -Be '2'
        ((Get-LuccaDepartment 6).Parent | Get-LuccaDepartment).Id | Should -Be '2'
    }

    It 'does nothing with objects of another kind, and says so' {
        $thrown = Get-ThrownError { Get-LuccaEmployee 416 | Get-LuccaDepartment }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-TestRequest | Where-Object path -Match 'departments').Count | Should -Be 0
    }

    It 'gets nothing for the tag it has' {
        $tag = (Get-LuccaDepartment 32).ETag
        Get-LuccaDepartment 32 -IfNoneMatch $tag | Should -BeNullOrEmpty
        (32 | Get-LuccaDepartment -IfMatch $tag).Id | Should -Be '32'
    }

    It 'takes the object in place of its tag, and says so where it has none' {
        $finances = Get-LuccaDepartment 32
        Get-LuccaDepartment 32 -IfNoneMatch $finances | Should -BeNullOrEmpty
        (32 | Get-LuccaDepartment -IfMatch $finances).Id | Should -Be '32'
        Clear-TestRequest
        $thrown = Get-ThrownError { Get-LuccaDepartment 32 -IfNoneMatch (Get-LuccaDepartment -First 1) }
        $thrown.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$fromCmdlet"
        "$thrown" | Should -Match 'has no ETag'
        (Get-TestRequest).path | Should -Be '/lucca-api/departments'
    }

    It 'fails the precondition for another tag, which it passes on as spelled' {
        $thrown = Get-ThrownError { Get-LuccaDepartment 32 -IfMatch 'W/q5sd4w2x1c1gfdg' }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaPreconditionFailed,$fromCmdlet"
        $thrown.CategoryInfo.Category | Should -Be 'ResourceExists'
        $thrown.TargetObject | Should -Be '32'
        (Get-TestRequest)[0].headers.'If-Match' | Should -Be 'W/q5sd4w2x1c1gfdg'
    }

    It 'makes one list request when only the first are wanted' {
        (Get-LuccaDepartment | Select-Object -First 3).Count | Should -Be 3
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'cuts the window asked for exactly' {
        Set-TestTenant @{ Departments = 501; MaxPageSize = 40 }
        $null = Connect-TestServer
        $all = Get-LuccaDepartment
        $all.Count | Should -Be 501
        (Get-LuccaDepartment -First 120).Id | Should -Be $all[0..119].Id
        (Get-LuccaDepartment -Skip 500 -First 1).Id | Should -Be $all[500].Id
        $counted = Get-LuccaDepartment -First 2 -IncludeTotalCount
        $counted[0] | Should -Be 501
        $counted[1, 2].Id | Should -Be $all[0, 1].Id
        Set-TestTenant @{}
        $null = Connect-TestServer
    }

    It 'searches, and tells archived from others' {
        (Get-LuccaDepartment -Search fin).Name | Should -Contain 'Finances'
        (Get-LuccaDepartment -IsArchived $true).IsArchived | Should -Not -Contain $false
        (Get-LuccaDepartment -IsArchived $false).IsArchived | Should -Not -Contain $true
        $queries = (Get-TestRequest).query.Where{ $_ -match 'search|isArchived' }
        $queries[0] | Should -Match '[?&]search=fin'
        $queries[1] | Should -Match 'isArchived=true'
        $queries[2] | Should -Match 'isArchived=false'
    }

    It 'says why a window does not go with ids' {
        $problem = Get-ThrownError { Get-LuccaDepartment 1 -First 2 }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
        "$problem" | Should -Be '-First applies to lists, not to ids.'
    }

    It 'brings links when asked, as addresses' {
        $department = Get-LuccaDepartment 32 -Include links
        "$($department.Links.ActiveEmployees.Href)" | Should -Match 'applicableJobPosition.department.id=32$'
        (Get-LuccaDepartment 32).Links | Should -BeNullOrEmpty
    }

    It 'keeps members it does not know, and every character' {
        Add-TestFault @{ Path = 'departments/77'; Kind = 'Replace'; Body = '{"id":"77","name":"Département é€漢","newMember":{"a":[1,"x"]}}' }
        $department = Get-LuccaDepartment 77
        $department.Name | Should -BeExactly 'Département é€漢'
        $department.newMember.a | Should -Be 1, 'x'
    }

    It 'refuses an empty id and goes on with the next' {
        $errors = $null
        (1, '', 3 | Get-LuccaDepartment -ErrorAction SilentlyContinue -ErrorVariable errors).Id | Should -Be '1', '3'
        $errors.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-ThrownError { Get-LuccaDepartment '..' }).FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet" -Because 'it is no id, and nothing is called so'
    }

    It 'refuses to narrow ids as if they were a list' {
        (Get-ThrownError { 1, 2 | Get-LuccaDepartment -Search x }).FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-ThrownError { Get-LuccaDepartment 1 -First 3 }).FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'names the scope that the key lacks, and stops' {
        Set-TestTenant @{ GrantedScopes = @('employees.readonly') }
        $null = Connect-TestServer
        Clear-TestRequest
        $thrown = { 1, 2, 3, 4 | Get-LuccaDepartment } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaForbidden,$fromCmdlet"
        $thrown.Exception.Message | Should -Match 'departments\.readonly'
        (Get-TestRequest).Count | Should -Be 0
        Set-TestTenant @{}
        $null = Connect-TestServer
    }

    It 'fits a table into 80 columns' {
        $lines = (Get-LuccaDepartment | Out-String -Width 80) -split '\r?\n'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $lines | Where-Object { $_ -match '^32\s+Finances\s+FIN\s+1' } | Should -Not -BeNullOrEmpty
    }
}
