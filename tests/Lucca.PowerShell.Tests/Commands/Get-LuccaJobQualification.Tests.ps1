. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaJobQualification -Id 5 -Path /lucca-api/job-qualifications -Scope job-qualifications.readonly -Filter @(
    @{ With = @{ Rank = 2, 3 }; Sent = 'rank=2,3' }
    @{ With = @{ Profession = 2 }; Sent = 'profession.id=2' }
) -Related @(
    @{ From = 'Get-LuccaProfession 1, 2'; Sent = 'profession.id=1,2' }
)
