# The rooms of the sources as the table in CONTRIBUTING.md has them, and the arrows between them as the compiler sees them.

# Arrows that are still there against the table, each as 'room -> room'. Fix the room, then delete its line: nothing may be added here.
$script:openArrows = @()

# A room's name is what tells it from all others: the last part of its folder, or more of it where two end alike.
function Get-Room {
    $lines = (Get-Content $PSScriptRoot/../../../.github/CONTRIBUTING.md) -match '^\| `src/'
    $rooms = foreach ($line in $lines) {
        if ($line -notmatch '^\| `(?<folder>src/[\w./]+)` \|[^|]*\|(?<known>[^|]*)\|$') { continue }
        @{ Folder = $Matches.folder; Name = ($Matches.folder -split '[/.]')[-1]; Words = @($Matches.known.Trim() -split ', ').Where{ $_ } }
    }
    foreach ($room in $rooms) {
        $project = $room.Folder -replace '^(src/[^/]+).*', '$1'
        # A name means the room of the own project, where it has one; that of a project means all of its rooms.
        $room.Known = @(foreach ($word in $room.Words) {
            if ($word -in 'Client', 'Emulator') { @($rooms.Folder) -like "src/Lucca.$word/*"; continue }
            $named = @($rooms.Folder).Where{ $_ -match "[/.]$([regex]::Escape($word))$" }
            ($named.Where{ $_ -like "$project*" } + $named + $word)[0]
        })
        $room
    }
}

# All sources in one compilation, made by the compiler that PowerShell brings for Add-Type.
function Get-RoomSource([string[]] $Folder) {
    if (-not ('RoomSources' -as [type])) {
        $compiler = "$PSHOME/Microsoft.CodeAnalysis.dll", "$PSHOME/Microsoft.CodeAnalysis.CSharp.dll"
        Add-Type -Path $PSScriptRoot/Borders.Rooms.cs -ReferencedAssemblies (@(Get-ChildItem $PSHOME/ref/*.dll).FullName + $compiler) -CompilerOptions '-langversion:latest', '-nullable:enable', '-nowarn:CS1701' -IgnoreWarnings
    }
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
    $references = @(Get-ChildItem $PSHOME/ref/*.dll, $PSHOME/System.Management.Automation.dll, $root/out/Lucca/Dependencies/Duende.*.dll).FullName
    [RoomSources]::new($root, $Folder, $references)
}
