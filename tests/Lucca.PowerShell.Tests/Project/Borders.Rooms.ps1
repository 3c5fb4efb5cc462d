# The rooms of the sources as the table in CONTRIBUTING.md has them, and the arrows between them as the sources have them.

function Get-Room {
    foreach ($line in Get-Content $PSScriptRoot/../../../.github/CONTRIBUTING.md) {
        if ($line -notmatch '^\| `(?<folder>src/[\w./]+)` \|[^|]*\|(?<known>[^|]*)\|$') { continue }
        $folder = $Matches.folder
        $namespace = $folder -replace '^src/' -replace '/', '.' -replace '^Lucca\.Client\.(?=Model$)' -replace '^Lucca\.Client\b', 'Lucca' -replace '^Model$', 'Lucca'
        @{ Folder = $folder; Name = ($folder -split '[/.]')[-1]; Namespace = $namespace; Known = @($Matches.known.Trim() -split ', ').Where{ $_ } }
    }
}

# What the files of a folder know of other rooms: whatever is named from the root, in a using directive or elsewhere, and what is named
# from a namespace around both.
function Get-Arrow([string] $Folder, [hashtable[]] $Room) {
    $path = [System.IO.Path]::IsPathRooted($Folder) ? $Folder : "$PSScriptRoot/../../../$Folder"
    $byNamespace = @{}
    $byName = @{}
    foreach ($one in $Room) { $byNamespace[$one.Namespace] = $byName[$one.Name] = $one }
    foreach ($file in Get-ChildItem $path -Filter *.cs) {
        $code = (Get-Content $file.FullName -Raw) -replace '(?m)^\s*//.*$' -replace '"(\\.|[^"\\])*"', '""'
        $own = [regex]::Match($code, '(?m)^namespace ([\w.]+)').Groups[1].Value
        $named = @([regex]::Matches($code, '(?<![\w.])Lucca(\.\w+)+').Value)
        $named += foreach ($match in [regex]::Matches($code, "(?<![\w.])($($Room.Name -join '|'))\.([A-Z]\w*)")) {
            # Only what is a type there: a property may bear the room's name.
            $other = $byName[$match.Groups[1].Value]
            if ("$own." -like "$($other.Namespace -replace '\.?\w+$').*" -and (Test-Path "$PSScriptRoot/../../../$($other.Folder)/$($match.Groups[2].Value).cs")) { $other.Namespace }
        }
        foreach ($name in [System.Collections.Generic.HashSet[string]]::new([string[]] $named)) {
            while ($name -and -not $byNamespace.ContainsKey($name)) { $name = $name -replace '(^|\.)\w+$' }
            if ($name -and $byNamespace[$name].Folder -ne $Folder -and $name -ne $own) { @{ File = $file.Name; To = $byNamespace[$name].Name } }
        }
    }
}
