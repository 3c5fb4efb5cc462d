. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmploymentTemplate -Id 3 -Path /lucca-api/employment-templates -Scope employment-templates.readonly
