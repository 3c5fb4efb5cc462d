@{
    # Not in Lucca.psd1: PowerShell reads what a manifest names so before its nested modules, and no second copy could be refused in time.
    ModuleVersion      = '1.0'
    GUID               = '0c2f8f4b-0a55-4a86-9d35-5e1f0c9f1a37'
    RequiredAssemblies = @('Lucca.PowerShell.dll') # the types name members of it
    TypesToProcess     = @('Lucca.Types.ps1xml')
    FormatsToProcess   = @('Lucca.Format.ps1xml')
    FunctionsToExport  = @()
    CmdletsToExport    = @()
    VariablesToExport  = @()
    AliasesToExport    = @()
}
