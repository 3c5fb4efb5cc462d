. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployeeAttributeDefinition -Id e_children -Path /lucca-api/employee-attribute-definitions -Scope employee-attribute-definitions.readonly

Describe 'Get-LuccaEmployeeAttributeDefinition' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    It 'says what the field is of, by the new name and by the older one' {
        (Get-LuccaEmployeeAttributeDefinition e_workload).TargetType | Should -Be 'job-position'
        (Get-LuccaEmployeeAttributeDefinition e_workload | Out-String) | Should -Match 'job-position'
        Add-TestFault @{ path = 'definitions'; kind = 'replace'; body = '{"id":"e_old","name":"Old","ofResourceType":"employment"}' }
        $old = Get-LuccaEmployeeAttributeDefinition e_old
        $old.TargetType | Should -Be 'employment'
        ($old | Out-String) | Should -Match 'employment'
    }

    It 'leaves out the built-in fields where your own are wanted' {
        (Get-LuccaEmployeeAttributeDefinition -Custom).Id | Should -Be (Get-LuccaEmployeeAttributeDefinition).Id.Where{ $_ -notlike '*.*' }
    }

    It 'says that a field may be in a section that the key was not granted' {
        (Get-ThrownError { Get-LuccaEmployeeAttributeDefinition employee.shoeSize }).ErrorDetails.RecommendedAction | Should -BeLike '*section*employee file*'
    }

    It 'has what the facts name' {
        $size = Get-LuccaEmployeeAttributeDefinition e_tShirtSize
        $size.Taxonomy.Id | Should -Be '1'
        $size.CreatedAt | Should -BeOfType DateTimeOffset
        $size.LastUpdatedAt | Should -BeOfType DateTimeOffset
        (Get-LuccaEmployeeAttributeDefinition e_first_aider).ApplicabilitySchema.required | Should -Be 'start'
    }

    It 'is read with the attributes'' scope where its own is unknown' {
        Set-TestTenant @{ grantedScopes = @('employee-attributes.readonly', 'departments.readonly') }
        $null = Connect-TestServer
        Clear-TestRequest
        (Get-LuccaEmployeeAttributeDefinition e_tShirtSize).Name | Should -Be 'T-shirt size'
        (Get-TestRequest -Token).Where{ $_.path -eq '/connect/token' }.form.scope | Should -Be 'employee-attribute-definitions.readonly', 'employee-attribute-definitions.readwrite', 'employee-attributes.readonly'
    }
}
