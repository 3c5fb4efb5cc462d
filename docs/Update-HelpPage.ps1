<#
.SYNOPSIS
    Brings the pages of docs/en-US in step with the built module: makes the pages that are missing, and writes syntax and parameter
    blocks anew in the others. Words that people wrote stay as they are.
.EXAMPLE
    dotnet build src/Lucca.PowerShell; pwsh docs/Update-HelpPage.ps1
#>
[CmdletBinding(SupportsShouldProcess)]
param([SupportsWildcards()] [string] $Name = '*')

Import-Module (Join-Path $PSScriptRoot '../out/Lucca/Lucca.psd1') -Force
Import-Module (Join-Path $PSScriptRoot 'HelpPage.psm1') -Force
foreach ($command in Get-Command -Module Lucca -Name $Name) {
    $path = Join-Path $PSScriptRoot "en-US/$($command.Name).md"
    $before = if (Test-Path -LiteralPath $path) { Get-Content -LiteralPath $path -Raw } else { '' }
    $after = ConvertTo-HelpPage -Command $command -Text $before
    if ($after -cne ($before -replace '\r\n', "`n") -and $PSCmdlet.ShouldProcess($path, 'Write')) {
        [System.IO.File]::WriteAllText($path, $after)
        $path
    }
}
