. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaJobPosition -Id 7016 -Path /lucca-api/job-positions -Scope job-positions.readonly -Filter @(
    @{ With = @{ RemoteId = 'JP-7001' }; Sent = 'remoteId=JP-7001' }
    @{ With = @{ Employment = 4016 }; Sent = 'employment.id=4016' }
    @{ With = @{ Employee = 416 }; Sent = 'employment.employee.id=416' }
    @{ With = @{ BusinessEstablishment = 1, 2 }; Sent = 'businessEstablishment.id=1,2' }
    @{ With = @{ Department = 32 }; Sent = 'department.id=32' }
    @{ With = @{ Manager = 416 }; Sent = 'manager.id=416' }
    @{ With = @{ JobQualification = 1 }; Sent = 'jobQualification.id=1' }
    @{ With = @{ OccupationCategory = 2 }; Sent = 'occupationCategory.id=2' }
    @{ With = @{ Status = 'deactivated' }; Sent = 'status=deactivated' }
    @{ With = @{ StartsOn = '2012-01-02' }; Sent = 'startsOn=2012-01-02' }
    @{ With = @{ StartsAfter = '2020-01-01'; StartsBefore = '2020-12-31' }; Sent = 'startsOn.between=2020-01-01--2020-12-31' }
    @{ With = @{ EndsOn = '2037-12-31' }; Sent = 'endsOn=2037-12-31' }
    @{ With = @{ EmployedOn = '2024-06-30' }; Sent = 'startsOn.between=..--2024-06-30&endsOn=null' }
    @{ With = @{ WithoutEnd = $true }; Sent = 'endsOn=null' }
    @{ With = @{ EndsAfter = '2024-01-01' }; Sent = 'endsOn.between=2024-01-01--..' }
    @{ With = @{ EndsBefore = '2024-01-01' }; Sent = 'endsOn.between=..--2024-01-01' }
    @{ With = @{ UpdatedAttribute = 'jobTitle', 'department' }; Sent = 'updatedAttributes=jobTitle,department' }
    @{ With = @{ Sort = '-startsOn', 'id' }; Sent = 'sort=-startsOn,id' }
) -Related @(
    @{ From = 'Get-LuccaEmployee 416'; Sent = 'employment.employee.id=416' }
    @{ From = 'Get-LuccaEmployment 4016'; Sent = 'employment.id=4016' }
    @{ From = 'Get-LuccaBusinessEstablishment 1'; Sent = 'businessEstablishment.id=1' }
    @{ From = 'Get-LuccaDepartment 32'; Sent = 'department.id=32' }
    @{ From = 'Get-LuccaJobQualification 1'; Sent = 'jobQualification.id=1' }
    @{ From = 'Get-LuccaOccupationCategory 2'; Sent = 'occupationCategory.id=2' }
)

Describe 'Get-LuccaJobPosition, when the server ignores the filter by employee' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    It 'is an error, not the positions of others' {
        Add-TestFault @{ path = 'job-positions'; kind = 'replace'; body = '{"items":[{"id":"7001","employee":{"id":"401"}},{"id":"7016","employee":{"id":"416"}}]}' }
        $script:written = $null
        $failure = { $script:written = Get-LuccaEmployee 416 | Get-LuccaJobPosition } | Should -Throw -PassThru
        $written | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadReply,Lucca.PowerShell.Cmdlets.GetLuccaJobPositionCommand'
        $failure.ErrorDetails.Message | Should -BeLike "*ignores the filter employment.employee.id: the job position '7001' belongs to '401'*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Where-Object*'
    }
}
