<#
.SYNOPSIS
    Makes out/Lucca.<version>.nupkg, in the gallery's form, from the built module in out/Lucca, and out/Lucca.<version>.symbols.zip beside it.
.DESCRIPTION
    Needs PowerShell alone. What is unpacked is byte for byte what was built and tested. The same files make the same bytes: entries are
    in order and bear a fixed time. With a certificate, the package holds a signed copy in place of what was built.
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    [string] $Module = (Join-Path $PSScriptRoot '../../out/Lucca'),
    [string] $Destination = (Join-Path $PSScriptRoot '../../out'),
    [string] $ChangeLog = (Join-Path $PSScriptRoot '../../CHANGELOG.md'),

    # A certificate for signing code, with its private key. Signs manifest, views and assemblies of our own, for the policy AllSigned; on Windows.
    [System.Security.Cryptography.X509Certificates.X509Certificate2] $Certificate,

    # With -Certificate: the server that confirms the time, such as http://timestamp.digicert.com. Without it, signatures end with the certificate.
    [string] $TimestampServer
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$Module = (Resolve-Path -LiteralPath $Module).ProviderPath
$manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $Module 'Lucca.psd1')
$version = $manifest.ModuleVersion

# The entries of the change log for this version: what stands between its heading and the next.
function Get-ReleaseNote {
    if (-not (Test-Path -LiteralPath $ChangeLog)) { return '' }
    $text = (Get-Content -LiteralPath $ChangeLog -Raw) -replace '\r\n', "`n"
    $found = [regex]::Match($text, "(?ms)^## \[?$([regex]::Escape($version))\]?[^\n]*\n(.*?)(?=^## |\z)")
    $found.Groups[1].Value.Trim()
}

function Get-Nuspec {
    $escape = { param($text) [System.Security.SecurityElement]::Escape($text) }
    $data = $manifest.PrivateData.PSData
    $tags = @($data.Tags) + 'PSModule' + @($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }) + 'PSIncludes_Cmdlet'
    @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>Lucca</id>
    <version>$version</version>
    <authors>$(& $escape $manifest.Author)</authors>
    <owners>$(& $escape $manifest.Author)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <description>$(& $escape $manifest.Description)</description>
    <copyright>$(& $escape $manifest.Copyright)</copyright>
    <projectUrl>$(& $escape $data.ProjectUri)</projectUrl>
    <licenseUrl>$(& $escape $data.LicenseUri)</licenseUrl>
    <iconUrl>$(& $escape $data.IconUri)</iconUrl>
    <releaseNotes>$(& $escape (Get-ReleaseNote))</releaseNotes>
    <tags>$(& $escape ($tags -join ' '))</tags>
  </metadata>
</package>
"@ -replace '\r\n', "`n"
}

$contentTypes = '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    (-join ('rels', 'application/vnd.openxmlformats-package.relationships+xml'), ('nuspec', 'application/octet'), ('psd1', 'application/octet'), ('psm1', 'application/octet'),
    ('dll', 'application/octet'), ('ps1xml', 'application/octet'), ('xml', 'application/octet'), ('txt', 'application/octet') |
        ForEach-Object { "<Default Extension=`"$($_[0])`" ContentType=`"$($_[1])`" />" }) + '</Types>'
$relationships = '<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/Lucca.nuspec" Id="R1" /></Relationships>'

# Writes an archive of entries in the order given, with a time that does not depend on when or where.
function Write-Archive([string] $Path, [System.Collections.Specialized.OrderedDictionary] $Entries) {
    $stream = [System.IO.File]::Create($Path)
    $archive = [System.IO.Compression.ZipArchive]::new($stream, [System.IO.Compression.ZipArchiveMode]::Create)
    try {
        foreach ($name in $Entries.Keys) {
            $entry = $archive.CreateEntry($name, [System.IO.Compression.CompressionLevel]::Optimal)
            $entry.LastWriteTime = [DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [TimeSpan]::Zero)
            $entry.ExternalAttributes = 0x81A40000 -bor 0
            $target = $entry.Open()
            try { $target.Write($Entries[$name], 0, $Entries[$name].Length) } finally { $target.Dispose() }
        }
    } finally { $archive.Dispose(); $stream.Dispose() }
    Get-Item -LiteralPath $Path
}

# The files of the module by their names in it, in an order that does not depend on the culture.
function Get-ModuleEntry([scriptblock] $Where) {
    $names = @(Get-ChildItem -LiteralPath $Module -Recurse -File | Where-Object $Where |
            ForEach-Object { [System.IO.Path]::GetRelativePath($Module, $_.FullName).Replace('\', '/') })
    [array]::Sort($names, [StringComparer]::Ordinal)
    $entries = [ordered]@{}
    foreach ($name in $names) { $entries[$name] = [System.IO.File]::ReadAllBytes((Join-Path $Module $name)) }
    $entries
}

# Signs in a copy: what was built stays as it was tested.
function New-SignedCopy {
    if (-not (Get-Command Set-AuthenticodeSignature -ErrorAction Ignore)) { throw 'Nothing was packed: only PowerShell on Windows can sign. Run New-Package.ps1 there, or without -Certificate.' }
    $copy = Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)"
    Copy-Item -LiteralPath $Module -Destination $copy -Recurse
    $options = @{ Certificate = $Certificate; HashAlgorithm = 'SHA256' }
    if ($TimestampServer) { $options.TimestampServer = $TimestampServer }
    foreach ($file in Get-ChildItem -LiteralPath $copy -Recurse -File | Where-Object Name -Match '\.ps(1xml|d1|m1)$|^Lucca\..*\.dll$') {
        $signature = Set-AuthenticodeSignature -FilePath $file.FullName @options
        if ($signature.SignerCertificate.Thumbprint -ne $Certificate.Thumbprint) { throw "$($file.Name) could not be signed: $($signature.StatusMessage)" }
    }
    $copy
}

if ($Certificate) { $Module = New-SignedCopy }
$package = [ordered]@{
    '[Content_Types].xml' = [System.Text.Encoding]::UTF8.GetBytes($contentTypes)
    '_rels/.rels'         = [System.Text.Encoding]::UTF8.GetBytes($relationships)
    'Lucca.nuspec'        = [System.Text.Encoding]::UTF8.GetBytes((Get-Nuspec))
}
$files = Get-ModuleEntry { $_.Extension -ne '.pdb' }
foreach ($name in $files.Keys) { $package[$name] = $files[$name] }
# Whoever adds an assembly of somebody else's to the package has to name it here, and in THIRD-PARTY-NOTICES.txt.
$known = 'Lucca.PowerShell.dll', 'Lucca.Loader.dll', 'Dependencies/Lucca.Client.dll', 'Dependencies/Lucca.Emulator.dll', 'Dependencies/Duende.IdentityModel.dll'
$foreign = @($files.Keys -like '*.dll' | Where-Object { $_ -notin $known })
if ($foreign.Count -gt 0) { throw "The package ships $($known -join ', ') and no other assembly, but there is $($foreign -join ', ')." }

$symbols = Get-ModuleEntry { $_.Extension -eq '.pdb' }
if ($Certificate) { Remove-Item -LiteralPath $Module -Recurse }
$null = New-Item -ItemType Directory -Path $Destination -Force
Write-Archive (Join-Path $Destination "Lucca.$version.symbols.zip") $symbols
Write-Archive (Join-Path $Destination "Lucca.$version.nupkg") $package
