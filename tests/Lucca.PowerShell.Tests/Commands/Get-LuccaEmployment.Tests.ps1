. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployment -Id 4016 -Path /lucca-api/employments -Scope employments.readonly -Filter @(
    @{ With = @{ RemoteId = 'EMP-4001', 'EMP-4002' }; Sent = 'remoteId=EMP-4001,EMP-4002' }
    @{ With = @{ Employee = 416 }; Sent = 'employee.id=416' }
    @{ With = @{ LegalEntity = 1, 2 }; Sent = 'legalEntity.id=1,2' }
    @{ With = @{ EmploymentTemplate = 2 }; Sent = 'template.id=2' }
    @{ With = @{ Status = 'Upcoming' }; Sent = 'status=upcoming' }
    @{ With = @{ StartsOn = '2012-01-02' }; Sent = 'start.date=2012-01-02' }
    @{ With = @{ StartsAfter = '2020-01-01'; StartsBefore = '2020-12-31' }; Sent = 'start.date.between=2020-01-01--2020-12-31' }
    @{ With = @{ EndsOn = '2037-12-31' }; Sent = 'end.date=2037-12-31' }
    @{ With = @{ EmployedOn = '2024-06-30' }; Sent = 'start.date.between=..--2024-06-30&end.date=null' }
    @{ With = @{ WithoutEnd = $true }; Sent = 'end.date=null' }
    @{ With = @{ EndsAfter = '2024-01-01' }; Sent = 'end.date.between=2024-01-01--..' }
    @{ With = @{ EndsBefore = '2024-01-01' }; Sent = 'end.date.between=..--2024-01-01' }
    @{ With = @{ Sort = '-start.date', 'end.date', 'id' }; Sent = 'sort=-start.date,end.date,id' }
) -Related @(
    @{ From = 'Get-LuccaEmployee 416'; Sent = 'employee.id=416' }
    @{ From = 'Get-LuccaLegalEntity 1'; Sent = 'legalEntity.id=1' }
    @{ From = 'Get-LuccaEmploymentTemplate 1, 2'; Sent = 'template.id=1,2' }
)
