#Requires -Version 7.6
#Requires -Modules Lucca

<#
.SYNOPSIS
    Writes the organization as one HTML page: departments with head counts, people with portraits, names and job titles.

.DESCRIPTION
    The page is one file that opens in any browser, from a disk or a mail: pictures and styles are in it, it has no script, and it
    requests nothing from elsewhere. It follows the light or dark scheme of the reader, and prints well.

    It shows the active employees, the manager of each department first. Employees without a portrait have their initials instead.
    Archived departments are omitted unless somebody is in them. Colours and print layout are in organization-page.css, beside this
    script.

    LUCCA_URI, LUCCA_CLIENT_ID and LUCCA_CLIENT_SECRET name the tenant and the key. The key needs the scopes employees.readonly,
    employments.readonly, job-positions.readonly and departments.readonly.

    Requests: one for each hundred departments, one for each hundred employees, and one for each portrait. A tenant allows 50 a minute,
    so 1,000 portraits take 20 minutes. Pictures are embedded as they are.

.PARAMETER OutFile
    The page. A missing directory is created, and an existing file is replaced.

.PARAMETER Title
    The title of the page.

.PARAMETER Department
    Only this department and its sub-departments, by name or id. Default: the whole organization.

.PARAMETER NoPortrait
    Shows initials instead of portraits.

.PARAMETER Emulator
    Tries the script out with made-up people, without a tenant.

.OUTPUTS
    The file.

.EXAMPLE
    ./organization-page.ps1 -Emulator | Invoke-Item

.EXAMPLE
    ./organization-page.ps1 -Department Finances -OutFile ./finances.html -Title 'Finance team'
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    [ValidateNotNullOrEmpty()] [string] $OutFile = './organization.html',
    [ValidateNotNullOrEmpty()] [string] $Title = 'Our organization',
    [string] $Department,
    [switch] $NoPortrait,
    [switch] $Emulator
)

$ErrorActionPreference = 'Stop'    # any error ends the script before it writes the page

# First of all, so that a path that cannot be written fails before portraits are requested.
$OutFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutFile)
$null = New-Item (Split-Path $OutFile) -ItemType Directory -Force

$source = $Emulator ? @{ Emulator = $true } : @{ FromEnvironment = $true }
$lucca = Connect-Lucca @source -Name organization-page -SkipDefault
try {
    # Each node of the tree comes before its sub-departments. If departments form a cycle, the module warns, and cuts it.
    $root = $Department ? @{ Root = $Department } : @{}
    $tree = @(Get-LuccaDepartment -Tree @root -Session $lucca)
    $people = $Department ? ($tree | Get-LuccaEmployee -Status active) : (Get-LuccaEmployee -Status active -Session $lucca)
    $people = @($people | Sort-Object FamilyName, GivenName)
    if (-not $tree) { throw 'There are no departments.' }
    if ($people -and -not $people.Department) { throw 'No employee has a department: the key may lack the scope job-positions.readonly.' }

    # A portrait that cannot be read is reported as an error; the page then has initials.
    $portraits = @{}
    if (-not $NoPortrait) {
        $people | Where-Object Portrait -PipelineVariable person | Get-LuccaPortrait -AsByteArray -ErrorAction Continue | ForEach-Object {
            $type = switch ($_[0]) { 0x89 { 'image/png' } 0x47 { 'image/gif' } default { 'image/jpeg' } }
            $portraits[$person.Id] = "data:$type;base64,$([System.Convert]::ToBase64String($_))"
        }
    }
} finally {
    Disconnect-Lucca -Session $lucca
}

$byId = @{}
foreach ($person in $people) { $byId[$person.Id] = $person }
$members = @{}
foreach ($group in $people | Group-Object { "$($_.Department.Id)" }) { $members[$group.Name] = $group.Group }
$total = @{}    # sub-departments included, so this goes from the end of the tree to its beginning
foreach ($node in $tree[($tree.Count - 1)..0]) {
    $total[$node.Id] = $members[$node.Id].Count
    foreach ($child in $node.Children) { $total[$node.Id] += $total[$child.Id] }
}
$shown = @($tree | Where-Object { $total[$_.Id] -or -not $_.Department.IsArchived })
$top = @($shown | Where-Object Depth -EQ $tree[0].Depth)
$elsewhere = @($people | Where-Object { -not $total.ContainsKey("$($_.Department.Id)") })

# Every text from Lucca passes through here on its way into the page.
function ConvertTo-Text($Value) { [System.Net.WebUtility]::HtmlEncode("$Value") }
function ConvertTo-Count([int] $Count, $One = 'person', $Many = 'people') { "$Count $($Count -eq 1 ? $One : $Many)" }

function ConvertTo-Card($Person, [switch] $Manager) {
    $name = ConvertTo-Text $Person.Name
    $picture = if ($portraits[$Person.Id]) {
        "<img src='$($portraits[$Person.Id])' alt='Portrait of $name' width='56' height='56' />"
    } else {
        $initials = $Person.GivenName, $Person.FamilyName | ForEach-Object { [System.Globalization.StringInfo]::GetNextTextElement("$_").ToUpper() }
        $hue = ([int[]] [char[]] $Person.Id | Measure-Object -Sum).Sum * 67 % 360
        "<span class='initials' style='--hue: $hue' aria-hidden='true'>$(ConvertTo-Text (-join $initials))</span>"
    }
    "<li class='person' id='p$(ConvertTo-Text $Person.Id)'>$picture<div><p class='name'>$name</p>"
    if ($Person.JobTitle) { "<p>$(ConvertTo-Text $Person.JobTitle)</p>" }
    if ($Manager) { "<p class='manager'>Manager</p>" }
    '</div></li>'
}

function ConvertTo-Section($Node) {
    $level = [Math]::Min(2 + $Node.Depth - $tree[0].Depth, 6)
    $manager = $byId["$($Node.Department.Manager.Id)"]
    $own = @($members[$Node.Id] | Where-Object { $_ })
    $direct = if ($own -and $own.Count -ne $total[$Node.Id]) { ", $($own.Count) directly" }
    "<details class='department' id='d$(ConvertTo-Text $Node.Id)' open=''><summary><h$level>$(ConvertTo-Text $Node.Name)</h$level>"
    "<span class='count'>$(ConvertTo-Count $total[$Node.Id])$direct</span>"
    if ($Node.Department.IsArchived) { "<span class='count'>archived</span>" }
    '</summary>'
    if ($manager -and $manager.Id -notin $own.Id) { "<p class='lead'>Led by <a href='#p$(ConvertTo-Text $manager.Id)'>$(ConvertTo-Text $manager.Name)</a></p>" }
    if ($own) {
        "<ul class='people'>"
        $own | Where-Object Id -EQ $manager.Id | ForEach-Object { ConvertTo-Card $_ -Manager }
        $own | Where-Object Id -NE $manager.Id | ForEach-Object { ConvertTo-Card $_ }
        '</ul>'
    }
    $Node.Children | Where-Object Id -In $shown.Id | ForEach-Object { ConvertTo-Section $_ }
    '</details>'
}

$page = @(
    @"
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'" />
<title>$(ConvertTo-Text $Title)</title>
<style>
$(Get-Content -LiteralPath $PSScriptRoot/organization-page.css -Raw)
</style>
</head>
<body>
<header>
<p>$(ConvertTo-Text $lucca.Uri.Host)</p>
<h1>$(ConvertTo-Text $Title)</h1>
<p>$(ConvertTo-Count $people.Count) in $(ConvertTo-Count $shown.Count department departments) on $((Get-Date).ToString('d MMMM yyyy', [cultureinfo]::InvariantCulture))</p>
</header>
<nav aria-label="Departments">
<ul>
"@
    $largest = ($top | ForEach-Object { $total[$_.Id] } | Measure-Object -Maximum).Maximum
    foreach ($node in $top) {
        $share = [int] (100 * $total[$node.Id] / [Math]::Max($largest, 1))
        "<li><a href='#d$(ConvertTo-Text $node.Id)'><span>$(ConvertTo-Text $node.Name)</span> <strong>$($total[$node.Id])</strong><span class='bar' style='--share: $share%'></span></a></li>"
    }
    '</ul>'
    '</nav>'
    '<main>'
    $top | ForEach-Object { ConvertTo-Section $_ }
    if ($elsewhere) {
        "<details class='department' id='elsewhere' open=''><summary><h2>Without department</h2><span class='count'>$(ConvertTo-Count $elsewhere.Count)</span></summary><ul class='people'>"
        $elsewhere | ForEach-Object { ConvertTo-Card $_ }
        '</ul></details>'
    }
    '</main>'
    '</body>'
    '</html>'
)

$page | Set-Content -LiteralPath $OutFile
Get-Item -LiteralPath $OutFile
