. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployee -Id 416 -Path /lucca-api/employees -Scope employees.readonly -Filter @(
    @{ With = @{ Search = 'jane do' }; Sent = 'search=jane do' }
    @{ With = @{ Email = 'jane.doe@example.com', 'null' }; Sent = 'email=jane.doe@example.com,null' }
    @{ With = @{ Status = 'Active', 'upcoming' }; Sent = 'status=active,upcoming' }
    @{ With = @{ LegalEntity = 1, 2 }; Sent = 'applicableEmployment.legalEntity.id=1,2' }
    @{ With = @{ EmploymentTemplate = 2 }; Sent = 'applicableEmployment.template.id=2' }
    @{ With = @{ Term = 'permanent', 'fixed' }; Sent = 'applicableEmployment.template.term=permanent,fixed' }
    @{ With = @{ EmploymentRemoteId = 'EMP-4001' }; Sent = 'applicableEmployment.remoteId=EMP-4001' }
    @{ With = @{ StartsOn = '2012-01-02' }; Sent = 'applicableEmployment.startsOn=2012-01-02' }
    @{ With = @{ StartsAfter = '2020-01-01' }; Sent = 'applicableEmployment.startsOn.between=2020-01-01--..' }
    @{ With = @{ StartsBefore = [datetime] '2020-12-31T23:00' }; Sent = 'applicableEmployment.startsOn.between=..--2020-12-31' }
    @{ With = @{ EndsOn = '2037-12-31' }; Sent = 'applicableEmployment.endsOn=2037-12-31' }
    @{ With = @{ WithoutEnd = $true }; Sent = 'applicableEmployment.endsOn=null' }
    @{ With = @{ WithoutEnd = $false }; Sent = '' }
    @{ With = @{ EndsAfter = '2030-01-01'; EndsBefore = '2037-12-31' }; Sent = 'applicableEmployment.endsOn.between=2030-01-01--2037-12-31' }
    @{ With = @{ BusinessEstablishment = 1, 3 }; Sent = 'applicableJobPosition.businessEstablishment.id=1,3' }
    @{ With = @{ Department = 32, 33 }; Sent = 'applicableJobPosition.department.id=32,33' }
    @{ With = @{ Manager = 416 }; Sent = 'applicableJobPosition.manager.id=416' }
    @{ With = @{ JobQualification = 1 }; Sent = 'applicableJobPosition.jobQualification.id=1' }
    @{ With = @{ JobQualificationRemoteId = 'JQ-2', 'null' }; Sent = 'applicableJobPosition.jobQualification.remoteId=JQ-2,null' }
    @{ With = @{ OccupationCategory = 2 }; Sent = 'applicableJobPosition.occupationCategory.id=2' }
    @{ With = @{ OccupationCategoryRemoteId = 'OC-1' }; Sent = 'applicableJobPosition.occupationCategory.remoteId=OC-1' }
    @{ With = @{ JobPositionRemoteId = 'JP-7001' }; Sent = 'applicableJobPosition.remoteId=JP-7001' }
    @{ With = @{ Sort = '-FamilyName', 'id' }; Sent = 'sort=-familyName,id' }
) -Related @(
    @{ From = 'Get-LuccaDepartment -Search fin'; Sent = 'applicableJobPosition.department.id=32,33,34,35' }
    @{ From = 'Get-LuccaLegalEntity 1'; Sent = 'applicableEmployment.legalEntity.id=1' }
    @{ From = 'Get-LuccaBusinessEstablishment 3'; Sent = 'applicableJobPosition.businessEstablishment.id=3' }
    @{ From = 'Get-LuccaJobQualification 1'; Sent = 'applicableJobPosition.jobQualification.id=1' }
    @{ From = 'Get-LuccaOccupationCategory 2'; Sent = 'applicableJobPosition.occupationCategory.id=2' }
    @{ From = 'Get-LuccaEmploymentTemplate 2'; Sent = 'applicableEmployment.template.id=2' }
)

Describe 'Filters' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
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

    It 'refuses <What>, which left out would mean everything' -ForEach @(
        @{ What = 'an empty list'; Filter = @{ Department = @() }; Message = '-Department is empty*' }
        @{ What = 'an empty word'; Filter = @{ Search = '' }; Message = '-Search is empty*' }
        @{ What = 'a blank'; Filter = @{ Search = ' ' }; Message = '-Search is empty*' }
    ) {
        $failure = Get-ThrownError { Get-LuccaEmployee @Filter }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeCommand'
        $failure.Exception.Message | Should -BeLike $Message
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses two parameters that mean the same filter' {
        (Get-ThrownError { Get-LuccaEmployee -EndsOn 2024-01-01 -WithoutEnd }).Exception.Message | Should -BeLike '-EndsOn and -WithoutEnd set the same filter*'
        (Get-ThrownError { Get-LuccaDepartment 32 | Get-LuccaEmployee -Department 1 }).Exception.Message | Should -BeLike '-Department and the pipeline set the same filter*'
    }

    It 'narrows whom ids mean, with one request, and one more for those that it omits' {
        (401, 416 | Get-LuccaEmployee -Sort id -Status active).Id | Should -Be '401', '416'
        401, 416 | Get-LuccaEmployee -Status upcoming | Should -BeNullOrEmpty
        (Get-TestRequest).path | Should -Be '/lucca-api/employees', '/lucca-api/departments', '/lucca-api/employees', '/lucca-api/employees' -Because 'departments come once, for their names, and those who did not come may not exist'
    }

    It 'refuses what is no date and what is no key to sort by, and says what is' {
        (Get-ThrownError { Get-LuccaEmployee -StartsOn soon }).Exception.Message | Should -BeLike '*yyyy-MM-dd*'
        (Get-ThrownError { Get-LuccaEmployee -Sort name }).Exception.Message | Should -BeLike "*'name' is not a sort key. The keys are id, familyName, createdAt;*"
    }

    It 'means the days of a range with both ends included' {
        $first = (Get-LuccaEmployee 401 -Include embedded).Employment.StartsOn
        (Get-LuccaEmployee -StartsAfter $first -StartsBefore $first).Id | Should -Be '401'
    }

    It 'stops at -First over all objects of the pipeline' {
        Set-TestTenant @{ departments = 250; employees = 400 }
        (Get-LuccaDepartment | Get-LuccaEmployee -First 3).Count | Should -Be 3
    }
}
