# Which room of the sources may know which: the table in CONTRIBUTING.md, kept. An arrow is the use of a type that a file of another room
# declares, or of its members.
BeforeDiscovery {
    . $PSScriptRoot/Borders.Rooms.ps1
    $rooms = Get-Room
    $open = $openArrows
}

BeforeAll {
    . $PSScriptRoot/Borders.Rooms.ps1
    $table = Get-Room
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
    $sources = Get-RoomSource $table.Folder
    $arrows = $sources.Arrows()
    function Get-Name([string] $Folder) { $Folder -replace '^src/Lucca\.' }
}

Describe 'The room <Folder>' -ForEach $rooms {
    It 'knows no room but those of the table' {
        $arrows.Where{ $_.From -eq $Folder -and $_.To -notin $Known -and "$(Get-Name $_.From) -> $(Get-Name $_.To)" -notin $openArrows }.ForEach{
            "$($_.File) uses $($_.Type) of $($_.To)"
        } | Sort-Object -Unique | Should -BeNullOrEmpty
    }

    It 'is told only of rooms above it, so that no cycle is possible' {
        $above = $table.Folder.Where({ $_ -eq $Folder }, 'Until')
        $others = if ($Folder -match 'Emulator') { $above } else { $above + @($table.Folder -match 'Emulator') }
        $Known.Where{ $_ -notin $others } | Should -BeNullOrEmpty
    }
}

Describe 'The open arrow <_>' -AllowNullOrEmptyForEach -ForEach $open {
    It 'is still there: else its line in Borders.Rooms.ps1 goes' {
        $arrows.ForEach{ "$(Get-Name $_.From) -> $(Get-Name $_.To)" } | Should -Contain $_
    }
}

Describe 'The table of the rooms' {
    It 'has every folder of the client, the module and the emulator' {
        $folders = Get-ChildItem "$root/src/Lucca.Client", "$root/src/Lucca.PowerShell", "$root/src/Lucca.Emulator" -Recurse -Filter *.cs |
            Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object { [System.IO.Path]::GetRelativePath($root, $_.DirectoryName).Replace('\', '/') } | Sort-Object -Unique
        $table.Folder | Sort-Object | Should -Be $folders
    }

    It 'would be broken by <How>' -ForEach @(
        @{ How = 'a using directive and a name'; Code = "using Lucca.PowerShell.Cmdlets;`nnamespace Lucca.PowerShell.Downloads;`nclass A { AsyncCmdlet b; }" }
        @{ How = 'an alias'; Code = 'using Work = Lucca.PowerShell.Cmdlets.AsyncCmdlet;' }
        @{ How = 'a qualified name'; Code = "namespace Lucca.PowerShell.Downloads;`nclass A { Lucca.PowerShell.Cmdlets.AsyncCmdlet b; }" }
        @{ How = 'a name qualified in part'; Code = "namespace Lucca.PowerShell.Downloads;`nclass A { Cmdlets.AsyncCmdlet b; }" }
        @{ How = 'a name in the namespace that both share'; Code = "namespace Lucca.PowerShell.Cmdlets;`nclass A { AsyncCmdlet b; }" }
        @{ How = 'a static member, imported'; Code = "using static Lucca.PowerShell.Cmdlets.AsyncCmdlet;`nclass A { }" }
    ) {
        $sources.ArrowsOf('src/Lucca.PowerShell/Downloads', $Code).To | Sort-Object -Unique | Should -Be 'src/Lucca.PowerShell/Cmdlets/Base'
    }
}
