. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployeeAttribute -Id 50002 -Path /lucca-api/employee-attributes -Scope employee-attributes.readonly -Limit 1000 -Filter @(
    @{ With = @{ Definition = 'e_badge_number', 'e_children' }; Sent = 'definition.id=e_badge_number,e_children' }
    @{ With = @{ Employee = 416, 417 }; Sent = 'employee.id=416,417' }
    @{ With = @{ AsOf = '2024-06-30' }; Sent = 'applicability.asOf=2024-06-30' }
) -Related @(
    @{ From = 'Get-LuccaEmployee 416'; Sent = 'employee.id=416' }
    @{ From = 'Get-LuccaEmployeeAttributeDefinition e_first_aider'; Sent = 'definition.id=e_first_aider' }
)

Describe 'Get-LuccaEmployeeAttribute for employees' {
    BeforeAll {
        Import-Module $PSScriptRoot/TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    BeforeEach {
        Clear-TestRequest
    }

    It 'asks for a hundred employees at once' {
        $attributes = Get-LuccaEmployee -First 120 | Get-LuccaEmployeeAttribute -Definition e_badge_number
        $attributes.Count | Should -Be 120
        (Get-TestRequest).Where{ $_.path -like '*attributes' }.Count | Should -Be 2
    }

    It 'is an error when the server ignores the employee, not the values of others' {
        Add-TestFault @{ path = 'employee-attributes'; kind = 'replace'; body = '{"items":[{"id":"1","value":"x","employee":{"id":"401"}}]}' }
        $written = Get-LuccaEmployee 416 | Get-LuccaEmployeeAttribute -ErrorAction SilentlyContinue -ErrorVariable failure
        $written | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadReply,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeAttributeCommand'
        $failure.ErrorDetails.Message | Should -BeLike '*ignores the filter employee.id*'
    }
}
