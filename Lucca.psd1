@{
    # In this order: a second copy is refused, room is made for what the cmdlets need, then come views and types.
    NestedModules        = @('Lucca.OneCopy.psm1', 'Lucca.Loader.dll', 'Lucca.Views.psd1')
    RootModule           = 'Lucca.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '4c64b1a5-6f2e-4f0b-9c58-0d7f0d2a9b11'
    Author               = 'The Lucca PowerShell authors'
    Copyright            = '(c) The Lucca PowerShell authors'
    Description          = 'Work with the people data of a Lucca tenant: departments, employees, portraits and files as pipeline objects. A community module, not a product of Lucca.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.6'
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Compare-LuccaEmployee'
        'Connect-Lucca'
        'Disconnect-Lucca'
        'Get-LuccaBusinessEstablishment'
        'Get-LuccaDepartment'
        'Get-LuccaEmployee'
        'Get-LuccaEmployeeAttribute'
        'Get-LuccaEmployeeAttributeDefinition'
        'Get-LuccaEmployeePersonalRecord'
        'Get-LuccaEmployment'
        'Get-LuccaEmploymentTemplate'
        'Get-LuccaEvent'
        'Get-LuccaFile'
        'Get-LuccaJobPosition'
        'Get-LuccaJobQualification'
        'Get-LuccaLegalEntity'
        'Get-LuccaOccupationCategory'
        'Get-LuccaPortrait'
        'Get-LuccaProbationaryPeriod'
        'Get-LuccaProfession'
        'Get-LuccaSession'
        'Get-LuccaTaxonomy'
        'Get-LuccaTaxonomyLabel'
        'Get-LuccaWebhookDelivery'
        'Get-LuccaWebhookDeliveryAttempt'
        'Get-LuccaWebhookEndpoint'
        'Invoke-LuccaRequest'
        'New-LuccaWebhookEndpoint'
        'Select-LuccaSession', 'Send-LuccaFile'
        'Send-LuccaWebhookDelivery'
        'Set-LuccaWebhookEndpoint'
        'Test-LuccaSession'
        'Test-LuccaWebhookSignature'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Lucca', 'HR', 'REST', 'API', 'Employees', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/lucca-powershell/Lucca.PowerShell'
            LicenseUri   = 'https://github.com/lucca-powershell/Lucca.PowerShell/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/lucca-powershell/Lucca.PowerShell/main/docs/icon.png'
            ReleaseNotes = 'https://github.com/lucca-powershell/Lucca.PowerShell/blob/main/CHANGELOG.md'
        }
    }
}
