<#
.SYNOPSIS
    Measures how easily the sources are held in the head: files, lines, rooms, cycles between rooms, and files touched by what users do.
.DESCRIPTION
    A room is a folder of src. A cycle is judged by the file that declares a type, as the compiler resolves it. A file is touched if a
    line of it runs between the call and its end: the module is built once more into out/House with the compiler's own test coverage.
.PARAMETER List
    Lists the arrows of the cycles, the long lines and the files touched as well.
#>
param([switch] $List)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
$out = Join-Path $root 'out/House'
Import-Module "$root/tests/Pwsh.psm1"
Add-Type -Path "$PSScriptRoot/SourceMap.cs" -IgnoreWarnings -WarningAction SilentlyContinue -ReferencedAssemblies @(
    "$PSHOME/Microsoft.CodeAnalysis.dll", "$PSHOME/Microsoft.CodeAnalysis.CSharp.dll", 'System.Collections.Immutable',
    'System.Collections', 'System.Linq', 'System.Runtime', 'System.Runtime.Extensions', 'netstandard')

$files = Get-ChildItem "$root/src" -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object {
    $lines = [System.IO.File]::ReadAllLines($_.FullName)
    [pscustomobject]@{
        Path = $_.FullName
        Name = [System.IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/')
        Room = [System.IO.Path]::GetRelativePath("$root/src", $_.DirectoryName).Replace('\', '/')
        Lines = $lines.Count
        Long = @(for ($i = 0; $i -lt $lines.Count; $i++) { if ($lines[$i].Length -gt 140) { $i + 1 } })
    }
}

'{0} files, {1} lines; {2} files under 20 lines, {3} over 150; {4} lines over 140 characters' -f $files.Count,
    ($files | Measure-Object Lines -Sum).Sum, @($files.Where{ $_.Lines -lt 20 }).Count, @($files.Where{ $_.Lines -gt 150 }).Count, @($files.ForEach{ $_.Long }).Count
if ($List) { $files.Where{ $_.Long }.ForEach{ "  $($_.Name): $($_.Long -join ', ')" } }

$files | Group-Object Room | Sort-Object Count -Descending | ForEach-Object {
    $longest = $_.Group | Sort-Object Lines | Select-Object -Last 1
    [pscustomobject]@{ Room = $_.Name; Files = $_.Count; Lines = [int] ($_.Group | Measure-Object Lines -Sum).Sum; Longest = "$(Split-Path $longest.Name -Leaf) ($($longest.Lines))" }
} | Format-Table | Out-String | ForEach-Object Trim

$compiled = $files.Where{ $_.Room -notlike 'Lucca.Help*' }
$references = @(Get-ChildItem "$PSHOME/ref" -Filter *.dll) + @(Get-Item "$PSHOME/System.Management.Automation.dll", "$root/out/Lucca/Dependencies/Duende.IdentityModel.dll")
$errors = $null
$arrows = [House.SourceMap]::Arrows($compiled.Path, $references.FullName, [ref] $errors)
if ($errors) { Write-Warning "$($errors.Count) names could not be resolved and are not judged, such as: $($errors[0])" }
$cycles = [House.SourceMap]::Cycles($arrows)
"`n$($cycles.Count) cycles between rooms"
foreach ($cycle in $cycles) {
    '  ' + ($cycle.ForEach{ [System.IO.Path]::GetRelativePath("$root/src", $_).Replace('\', '/') } -join ', ')
    if ($List) {
        $arrows.Where{ $_.FromRoom -in $cycle -and $_.ToRoom -in $cycle } | Sort-Object FromRoom, ToRoom, File |
            ForEach-Object { "    $([System.IO.Path]::GetRelativePath("$root/src", $_.File)) uses $($_.Type) of $([System.IO.Path]::GetRelativePath("$root/src", $_.ToRoom))" }
    }
}

dotnet build "$root/src/Lucca.PowerShell" --artifacts-path $out --verbosity quiet --nologo -p:RunAnalyzers=false -p:Instrument=TestCoverage -p:RestoreLockedMode=false `
    "-p:ModuleDirectory=$out/Lucca/" "-p:CustomAfterMicrosoftCommonTargets=$PSScriptRoot/Coverage.targets"
"`nFiles touched by"
$ways = [ordered]@{
    id         = '(a) Get-LuccaDepartment 32'
    name       = "(b) 'Finances' | Get-LuccaDepartment"
    expand     = '(c) Get-LuccaEmployee -Department Finances -Expand Manager'
    portrait   = '(d) Get-LuccaPortrait 874 -OutFile .'
    comparison = '(e) Compare-LuccaEmployee with a saved state'
    renewal    = '(f) the renewal of a token, beyond the call that needs it'
}
foreach ($way in $ways.Keys) {
    $touched = @(Invoke-Pwsh -File "$PSScriptRoot/Touched.ps1" "$out/Lucca/Lucca.psd1" $way)
    if ($LASTEXITCODE -ne 0) { throw "$($ways[$way]) failed: $touched" }
    '  {0,4}  {1}' -f $touched.Count, $ways[$way]
    if ($List) { $touched.ForEach{ "          $($_ -replace '^/_/')" } }
}
