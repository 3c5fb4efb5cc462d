# Refuses a second copy of the module: a process keeps the assemblies of the first for good, and PowerShell would report dozens of errors about types.
$loaded = [System.AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'Lucca.PowerShell' }, 'First')[0]
if ($loaded -and [System.IO.Path]::GetDirectoryName($loaded.Location) -ne $PSScriptRoot) {
    $message = "Lucca $($loaded.GetName().Version.ToString(3)) from '$([System.IO.Path]::GetDirectoryName($loaded.Location))' is already loaded, and a process holds one copy only. To use the copy in '$PSScriptRoot', start a new PowerShell."
    throw [System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new($message), 'LuccaAlreadyLoaded', 'ResourceExists', $PSScriptRoot)
}
