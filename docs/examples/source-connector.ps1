#Requires -Version 7.6
#Requires -Modules Lucca

<#
.SYNOPSIS
    Emits the people of the tenant as JSON, each with all contracts, as identity management tools read them.

.DESCRIPTION
    Emits one JSON object for each person, on one line. Each position of each employment is a contract, past and future ones included.
    With -Department it emits the departments instead.

    ExternalId is the id in Lucca, which never changes. Days are written as yyyy-MM-dd. Rename, add or remove members as your tool
    needs it.

    Everything is read first and emitted at the end. If a request fails, the script ends with an error and emits nothing: a tool never
    takes half of the people for all of them. The exit code is then 1.

    LUCCA_URI, LUCCA_CLIENT_ID and LUCCA_CLIENT_SECRET name the tenant and the key. The key needs the scopes employees.readonly,
    employments.readonly, job-positions.readonly, departments.readonly, business-establishments.readonly, legal-entities.readonly and
    employment-templates.readonly.

.PARAMETER Department
    Emits the departments instead of the people.

.PARAMETER Emulator
    Tries the script out with made-up people, without a tenant.

.OUTPUTS
    System.String: the JSON of one person or department.

.EXAMPLE
    ./source-connector.ps1 -Emulator | Set-Content persons.jsonl

.EXAMPLE
    ./source-connector.ps1 -Emulator | ConvertFrom-Json | Where-Object { $_.Contracts.Count -gt 1 }

.EXAMPLE
    ./source-connector.ps1 -Emulator -Department
#>
[CmdletBinding()]
[OutputType([string])]
param(
    [switch] $Department,
    [switch] $Emulator
)

$ErrorActionPreference = 'Stop'    # any error ends the script before it emits anything

$source = $Emulator ? @{ Emulator = $true } : @{ FromEnvironment = $true }
$lucca = Connect-Lucca @source -Name source-connector -SkipDefault
try {
    $departments = Get-LuccaDepartment -Session $lucca
    if (-not $Department) {
        # Ten requests for 120 people: one for each hundred departments, employees, employments and positions, and one for each hundred
        # objects that these refer to. No person costs a request.
        $employees = Get-LuccaEmployee -Include @() -Session $lucca
        $employments = Get-LuccaEmployment -Expand LegalEntity, Template -Session $lucca
        $positions = Get-LuccaJobPosition -Expand BusinessEstablishment -Session $lucca
    }
} finally {
    Disconnect-Lucca -Session $lucca
}

if ($Department) {
    foreach ($one in $departments) {
        [ordered]@{
            ExternalId        = $one.Id
            Code              = $one.RemoteId
            DisplayName       = $one.Name
            ParentExternalId  = $one.Parent.Id
            ManagerExternalId = $one.Manager.Id
            IsArchived        = $one.IsArchived
        } | ConvertTo-Json -Compress
    }
    return
}

$employmentsOf = $employments | Group-Object { $_.Employee.Id } -AsHashTable
$positionsOf = $positions | Group-Object { $_.Employment.Id } -AsHashTable
$departmentOf = $departments | Group-Object Id -AsHashTable
$employeeOf = $employees | Group-Object Id -AsHashTable

$persons = foreach ($employee in $employees) {
    $contracts = foreach ($employment in $employmentsOf[$employee.Id]) {
        foreach ($position in $positionsOf[$employment.Id]) {
            $unit = $departmentOf["$($position.Department.Id)"]
            $manager = $employeeOf["$($position.Manager.Id)"]
            [ordered]@{
                ExternalId = $position.Id
                StartDate  = $position.StartsOn?.ToString('yyyy-MM-dd')
                EndDate    = $position.EndsOn?.ToString('yyyy-MM-dd')
                Status     = $position.Status
                Title      = $position.JobTitle
                Department = [ordered]@{ ExternalId = $position.Department.Id; Code = $unit.RemoteId; DisplayName = $unit.Name }
                Manager    = [ordered]@{ ExternalId = $position.Manager.Id; DisplayName = $manager.Name; Email = $manager.Email }
                Location   = [ordered]@{ ExternalId = $position.BusinessEstablishment.Id; DisplayName = $position.BusinessEstablishment.Name }
                Employer   = [ordered]@{ ExternalId = $employment.LegalEntity.Id; DisplayName = $employment.LegalEntity.LegalName }
                Employment = [ordered]@{
                    ExternalId = $employment.Id
                    StartDate  = $employment.StartsOn?.ToString('yyyy-MM-dd')
                    EndDate    = $employment.EndsOn?.ToString('yyyy-MM-dd')
                    Type       = $employment.Template.Title
                    Term       = $employment.Template.Term
                }
            }
        }
    }
    [ordered]@{
        ExternalId     = $employee.Id
        DisplayName    = $employee.Name
        GivenName      = $employee.GivenName
        FamilyName     = $employee.FamilyName
        EmployeeNumber = $employee.EmployeeNumber
        RemoteId       = $employee.RemoteId
        Email          = $employee.Email
        PhoneNumber    = $employee.PhoneNumber
        Status         = $employee.Status
        Contracts      = @($contracts)
    } | ConvertTo-Json -Depth 4 -Compress
}

$persons
