. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaProbationaryPeriod -Id 12 -Path /lucca-api/probationary-periods -Scope probationary-periods.readonly -Filter @(
    @{ With = @{ Employee = 416, 401 }; Sent = 'employment.employee.id=416,401' }
    @{ With = @{ Employment = 4016 }; Sent = 'employment.id=4016' }
    @{ With = @{ StartsAfter = '2020-01-01'; StartsBefore = '2020-12-31' }; Sent = 'startsOn.between=2020-01-01--2020-12-31' }
    @{ With = @{ EndsAfter = '2020-01-01' }; Sent = 'endsOn.between=2020-01-01--..' }
    @{ With = @{ EndsBefore = '2020-12-31' }; Sent = 'endsOn.between=..--2020-12-31' }
    @{ With = @{ InitialEndsAfter = '2020-01-01'; InitialEndsBefore = '2020-12-31' }; Sent = 'initialEndsOn.between=2020-01-01--2020-12-31' }
    @{ With = @{ ExtendedEndsAfter = '2020-01-01'; ExtendedEndsBefore = '2020-12-31' }; Sent = 'extendedEndsOn.between=2020-01-01--2020-12-31' }
    @{ With = @{ IsExtended = $true }; Sent = 'isExtended=true' }
    @{ With = @{ Sort = '-endsOn', 'startsOn' }; Sent = 'sort=-endsOn,startsOn' }
) -Related @(
    @{ From = 'Get-LuccaEmployee 416'; Sent = 'employment.employee.id=416' }
    @{ From = 'Get-LuccaEmployment 4001, 4004'; Sent = 'employment.id=4001,4004' }
)
