. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployeePersonalRecord -Id 1016 -Path /lucca-api/employee-personal-records -Scope employee-personal-records.readonly -Filter @(
    @{ With = @{ Employee = 416, 401 }; Sent = 'employee.id=416,401' }
    @{ With = @{ LegalGender = 'female', 'diverse' }; Sent = 'legalGender=female,diverse' }
    @{ With = @{ NationalityCountryCode = 'FRA', 'CHE' }; Sent = 'nationalitiesCountryCodes=FRA,CHE' }
) -Related @(
    @{ From = 'Get-LuccaEmployee 416, 402'; Sent = 'employee.id=416,402' }
)
