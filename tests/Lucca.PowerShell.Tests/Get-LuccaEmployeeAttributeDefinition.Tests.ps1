. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployeeAttributeDefinition -Id e_children -Path /lucca-api/employee-attribute-definitions -Scope employee-attribute-definitions.readonly
