# Keeps the pages of docs/en-US in step with the commands: what a command says of itself (syntax, types, positions, defaults) is
# written anew, what people wrote stays. A page that is not there yet begins with what the doc comments of the code say.
Set-StrictMode -Version Latest

# Words for what many commands have in common.
$commonWords = @{
    Session           = 'The session to work in: an object from `Connect-Lucca` or `Get-LuccaSession`, or a session''s name. Left out, it is the one that the input came from, else the default session.'
    InputObject       = 'Ids, or objects that have or lead to one, from the pipeline. Up to 100 of them are asked for together.'
    Include           = 'What to send along with each object: `embedded` (related resources, which the references then hold) and `links` (addresses of related resources and files). Both are left out by default.'
    Expand            = 'References to bring the objects of, by the names of the properties that hold them, with wildcards: `*` means all. The objects then stand in the place of the references: tables and files show their names, and their own properties can be read. Each is asked for once, up to 100 with one request, or all with one list where that is cheaper: departments and managers of 1,200 employees cost up to six requests more. The first rows do not wait for the last ones. What cannot be had is an error, once for each kind; it does not end the command, and the objects come with the reference as it is. Names complete with Tab.'
    IfNoneMatch       = 'Gets the object only if its entity tag differs from this one: give the `ETag` of the copy that you have. When it is still good nothing comes out, and `-Verbose` says so. The tag is sent as it is; each id costs a request then.'
    IfMatch           = 'Gets the object only if its entity tag is this one, that is, if it is still what you have. Otherwise there is the error LuccaPreconditionFailed. The tag is sent as it is; each id costs a request then.'
    First             = 'The most objects to get. No page is asked for that is not needed. Left out, all come. Not together with ids.'
    Skip              = 'How many objects to leave out at the beginning of the list. Default: none. Not together with ids.'
    IncludeTotalCount = 'Writes the number of all objects that meet the filters first, as PowerShell''s own paging does, then the objects. Not together with ids.'
    Sort              = 'The order: keys, the most important first; a `-` before a key turns its order around. Left out, the order is that of the ids.'
    OutDirectory      = 'The folder to save in; it is made where there is none. Each item has a name of its own there, so that nothing is saved over another and an export goes on with `-SkipExisting` alone: `416.jpg` for the portrait of the employee 416, `employment-4016-document.pdf` for a file that an employment refers to.'
    Force             = 'Replaces an existing file, also a read-only one, and keeps its mode or access list. A link is followed. Without it an existing file is the error LuccaFileExists.'
    AsByteArray       = 'Writes the content as one `byte[]`, not piece by piece.'
    WhatIf            = 'Says what would be sent, and sends nothing. Left out, `$WhatIfPreference` decides.'
    Confirm           = 'Asks before anything is sent. Left out, `$ConfirmPreference` decides, which asks nothing by default.'
}

# The doc comments by the files that hold them: each is read once.
$docComments = @{}

# Where Get-Help -Online finds the pages.
$online = "$((Import-PowerShellDataFile (Join-Path $PSScriptRoot '../Lucca.psd1')).PrivateData.PSData.ProjectUri)/blob/HEAD/docs/en-US"

$commonParameters = @'
### CommonParameters

This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
-InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
-ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
'@

# The parameters that belong to the command alone.
function Get-OwnParameter {
    param([Parameter(Mandatory)] [System.Management.Automation.CommandInfo] $Command)
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters
    @($Command.Parameters.Values | Where-Object Name -NotIn $common | Sort-Object Name)
}

# A page cut at its headings of the second and third level: an ordered table from 'SECTION' or 'SECTION/part' to text.
function Split-HelpPage {
    param([AllowEmptyString()] [string] $Text)
    $parts = [ordered]@{ '' = [System.Collections.Generic.List[string]]::new() }
    $section = ''; $key = ''; $inFence = $false
    foreach ($line in $Text -split '\r?\n') {
        if ($line.StartsWith('```')) { $inFence = -not $inFence }
        if (-not $inFence -and $line -match '^(##|###) (.+)$') {
            if ($Matches[1] -eq '##') { $section = $Matches[2]; $key = $section } else { $key = "$section/$($Matches[2])" }
            $parts[$key] = [System.Collections.Generic.List[string]]::new()
        } else { $parts[$key].Add($line) }
    }
    foreach ($name in @($parts.Keys)) { $parts[$name] = ($parts[$name] -join "`n").Trim() }
    $parts
}

function Get-DefaultText {
    param($Command, $Parameter)
    if ($Parameter.SwitchParameter) { return 'False' }
    $property = $Command.ImplementingType.GetProperty($Parameter.Name)
    $value = if ($property) { $property.GetValue([Activator]::CreateInstance($Command.ImplementingType)) }
    if ($null -ne $value -and "$value") { $value -join ', ' } else { '' }
}

function Get-ParameterYaml {
    param($Command, $Parameter, [AllowEmptyString()] [string] $WrittenDefault)
    $bool = { param($value) "$value".ToLowerInvariant() }
    $quote = { param($text) if ($text -match '^\w[\w./-]*$' -and $text -ne 'null') { $text } else { "'$($text -replace "'", "''")'" } }
    $list = { param($name, $values) if (@($values).Count) { "${name}:"; foreach ($value in $values) { "- $value" } } else { "${name}: []" } }
    $default = Get-DefaultText $Command $Parameter
    if (-not $default) { $default = $WrittenDefault }
    $attributes = $Parameter.Attributes
    $type = if ($Parameter.ParameterType.IsGenericType -and $Parameter.ParameterType.Name -eq 'Nullable`1') {
        "System.Nullable``1[$([Nullable]::GetUnderlyingType($Parameter.ParameterType).FullName)]" } else { $Parameter.ParameterType.FullName }
    "Type: $type"
    "DefaultValue: $(if ($default) { & $quote $default } else { "''" })"
    "SupportsWildcards: $(& $bool ([bool]($attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] })))"
    & $list 'Aliases' $Parameter.Aliases
    'ParameterSets:'
    foreach ($set in $Parameter.ParameterSets.GetEnumerator() | Sort-Object Key) {
        "- Name: $(if ($set.Key -eq '__AllParameterSets') { '(All)' } else { $set.Key })"
        "  Position: $(if ($set.Value.Position -ge 0) { $set.Value.Position } else { 'Named' })"
        "  IsRequired: $(& $bool $set.Value.IsMandatory)"
        "  ValueFromPipeline: $(& $bool $set.Value.ValueFromPipeline)"
        "  ValueFromPipelineByPropertyName: $(& $bool $set.Value.ValueFromPipelineByPropertyName)"
        "  ValueFromRemainingArguments: $(& $bool $set.Value.ValueFromRemainingArguments)"
    }
    "DontShow: $(& $bool ([bool]($attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow })))"
    & $list 'AcceptedValues' ($attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object ValidValues)
    "HelpMessage: ''"
}

function Get-SyntaxText {
    param($Command)
    foreach ($set in $Command.ParameterSets | Sort-Object { -not $_.IsDefault }, Name) {
        '', "### $($set.Name)$(if ($set.IsDefault -and $Command.ParameterSets.Count -gt 1) { ' (Default)' })"
        $lines = @(); $line = $Command.Name
        foreach ($word in [regex]::Matches("$set", '\[\[.*?\] <[^>]*>\]|\[[^\]]*<[^>]*?(\[\])?>\]|\S+( <[^>]*>)?')) {
            if ($line.Length + 1 + $word.Length -gt 100) { $lines += $line; $line = '' }
            $line += " $($word.Value)"
        }
        @('', '```') + $lines + $line + '```'
    }
}

# The summary that the doc comments of the code give; empty when there is none.
function Get-DocSummary {
    param($Command, [string] $Parameter)
    $file = [System.IO.Path]::ChangeExtension($Command.DLL, 'xml')
    if (-not (Test-Path -LiteralPath $file)) {
        $file = Get-ChildItem (Join-Path $PSScriptRoot '../src/Lucca.PowerShell/bin') -Recurse -Filter Lucca.PowerShell.xml -ErrorAction Ignore | Select-Object -First 1 -ExpandProperty FullName
    }
    if (-not $file) { return '' }
    $type = if ($Parameter) { $Command.ImplementingType.GetProperty($Parameter)?.DeclaringType } else { $Command.ImplementingType }
    $name = if (-not $type) { return '' } elseif ($Parameter) { "P:$($type.Namespace).$($type.Name).$Parameter" } else { "T:$($type.FullName)" }
    $docComments[$file] ??= [xml](Get-Content -LiteralPath $file -Raw)
    $node = $docComments[$file].SelectSingleNode("/doc/members/member[@name='$name']/summary")
    if ($node) { ($node.InnerXml -replace '<c>(.*?)</c>', '`$1`' -replace '<[^>]+>' -replace '\s+', ' ').Trim() } else { '' }
}

<#
.SYNOPSIS
    Gives the text that a command's page should have, from the text that it has.
#>
function ConvertTo-HelpPage {
    param(
        [Parameter(Mandatory)] [System.Management.Automation.CommandInfo] $Command,
        [AllowEmptyString()] [string] $Text = ''
    )
    $old = Split-HelpPage $Text
    $words = { param($key, $fallback) if ($old.Contains($key) -and $old[$key]) { $old[$key] } else { $fallback } }
    $partsOf = { param($section) @($old.Keys | Where-Object { $_.StartsWith("$section/") }) }
    $page = [System.Collections.Generic.List[string]]::new()
    $date = if ($old[''] -match '(?m)^ms\.date: (.+)$') { $Matches[1] } else { [datetime]::Today.ToString('MM/dd/yyyy', [cultureinfo]::InvariantCulture) }
    $page.AddRange([string[]] @('---', 'document type: cmdlet', 'external help file: Lucca.PowerShell.dll-Help.xml', "HelpUri: $online/$($Command.Name).md", 'Locale: en-US',
            'Module Name: Lucca', "ms.date: $date", 'PlatyPS schema version: 2024-05-01', "title: $($Command.Name)", '---', '', "# $($Command.Name)", ''))
    $summary = (Get-DocSummary $Command) -replace '^`[^`]+`: ' -replace '^\w', { "$_".ToUpperInvariant() }
    $page.AddRange([string[]] @('## SYNOPSIS', '', (& $words 'SYNOPSIS' $summary), '', '## SYNTAX'))
    $page.AddRange([string[]] @(Get-SyntaxText $Command))
    $page.AddRange([string[]] @('', '## ALIASES', '', (& $words 'ALIASES' 'None.'), '', '## DESCRIPTION', '', (& $words 'DESCRIPTION' '{{ Fill in the Description }}'), '', '## EXAMPLES'))
    $examples = & $partsOf 'EXAMPLES'
    if (-not $examples) { $examples = 'EXAMPLES/Example 1: {{ Title }}', 'EXAMPLES/Example 2: {{ Title }}' }
    foreach ($key in $examples) {
        $page.AddRange([string[]] @('', "### $($key.Substring(9))", '', (& $words $key "{{ Text }}`n`n``````powershell`n$($Command.Name)`n```````n`n``````output`n{{ Output }}`n``````")))
    }
    $page.AddRange([string[]] @('', '## PARAMETERS'))
    foreach ($parameter in Get-OwnParameter $Command) {
        $key = "PARAMETERS/-$($parameter.Name)"
        $fallback = if ($commonWords.ContainsKey($parameter.Name)) { $commonWords[$parameter.Name] } else { Get-DocSummary $Command $parameter.Name }
        $block = & $words $key $fallback
        $said = ($block -split '(?m)^```yaml')[0].Trim()
        $default = if ($block -match "(?m)^DefaultValue: '?(.*?)'?$") { $Matches[1] } else { '' }
        $page.AddRange([string[]] @('', "### -$($parameter.Name)", '', $(if ($said) { $said } else { "{{ Fill $($parameter.Name) Description }}" }), '', '```yaml'))
        $page.AddRange([string[]] @(Get-ParameterYaml $Command $parameter $default))
        $page.Add('```')
    }
    $page.AddRange([string[]] @('', $commonParameters, '', '## INPUTS'))
    $inputs = & $partsOf 'INPUTS'
    if (-not $inputs) { $inputs = @($Command.Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipeline -contains $true } | ForEach-Object { "INPUTS/$($_.ParameterType.FullName)" } | Select-Object -Unique) }
    if (-not $inputs) { $inputs = @('INPUTS/None') }
    foreach ($key in $inputs) { $page.AddRange([string[]] @('', "### $($key.Substring(7))", '', (& $words $key '{{ Fill in the Description }}'))) }
    $page.AddRange([string[]] @('', '## OUTPUTS'))
    $outputs = @(foreach ($type in $Command.OutputType) { "OUTPUTS/$($type.Name)" })
    if (-not $outputs) { $outputs = @('OUTPUTS/None') }
    foreach ($key in $outputs) { $page.AddRange([string[]] @('', "### $($key.Substring(8))", '', (& $words $key '{{ Fill in the Description }}'))) }
    $page.AddRange([string[]] @('', '## NOTES', '', (& $words 'NOTES' '{{ Scopes and limits }}'), '', '## RELATED LINKS', '', (& $words 'RELATED LINKS' '[about_Lucca](about_Lucca.md)'), ''))
    $page -join "`n"
}

Export-ModuleMember -Function ConvertTo-HelpPage, Get-OwnParameter, Split-HelpPage
