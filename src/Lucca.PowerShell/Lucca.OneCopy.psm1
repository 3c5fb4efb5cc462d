# Refuses a second copy of the module: a process keeps the assemblies of the first for good, and PowerShell would report dozens of errors about types.
# The loader notes where the first one is.
$first = [System.AppContext]::GetData('Lucca.Module')
if ($first -and $first -ne $PSScriptRoot) {
    $version = [System.Diagnostics.FileVersionInfo]::GetVersionInfo("$first/Lucca.PowerShell.dll").ProductVersion
    $message = "Lucca $version from '$first' is already loaded, and a process holds one copy only. To use the copy in '$PSScriptRoot', start a new PowerShell."
    throw [System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new($message), 'LuccaAlreadyLoaded', 'ResourceExists', $PSScriptRoot)
}
