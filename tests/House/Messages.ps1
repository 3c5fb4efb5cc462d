# Lists the texts of src that users may read: every string literal that holds a sentence or a part of one. The test of words goes through them.
#   dotnet pwsh ./tests/House/Messages.ps1                     all of them
#   dotnet pwsh ./tests/House/Messages.ps1 | Out-GridView      or | Format-Table -Wrap, | Where-Object Text -Match 'scope'
$root = (Resolve-Path $PSScriptRoot/../..).ProviderPath
$sources = Get-ChildItem $root/src/Lucca.Client, $root/src/Lucca.PowerShell, $root/src/Lucca.Loader -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]'

# An interpolation may hold literals of its own, which do not end the text around it.
$literal = '"(?<text>(?:\\.|\{(?:[^{}"]|"[^"]*"|(?<deep>\{)|(?<-deep>\}))*\}|[^"\\{]|\{\{)*)"'
foreach ($source in $sources) {
    $number = 0
    foreach ($line in [System.IO.File]::ReadAllLines($source.FullName)) {
        $number++
        if ($line -match '^\s*(//|\[(SuppressMessage|Cmdlet|ValidateSet|Alias))') { continue }
        foreach ($match in [regex]::Matches($line, $literal)) {
            $text = $match.Groups['text'].Value
            if ($text -match '\p{L}{2,} \p{L}|\p{L} \p{L}{2,}') {
                [pscustomobject]@{ File = [System.IO.Path]::GetRelativePath($root, $source.FullName); Line = $number; Text = $text }
            }
        }
    }
}
