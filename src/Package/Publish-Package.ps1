<#
.SYNOPSIS
    Publishes the package in out to a gallery, with the key from the environment variable LUCCA_GALLERY_KEY.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Repository = 'PSGallery',
    [string] $Package = (Get-Item (Join-Path $PSScriptRoot '../../out/Lucca.*.nupkg') -ErrorAction Ignore | Select-Object -First 1)
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $env:LUCCA_GALLERY_KEY) { throw 'Nothing was published: the environment variable LUCCA_GALLERY_KEY, which holds the key of the gallery, is not set.' }
if (-not $Package) { throw 'Nothing was published: there is no package in out. Make it with: ./build.ps1 Pack' }
if ($PSCmdlet.ShouldProcess($Package, "Publish to $Repository")) {
    Publish-PSResource -NupkgPath $Package -Repository $Repository -ApiKey $env:LUCCA_GALLERY_KEY
}
