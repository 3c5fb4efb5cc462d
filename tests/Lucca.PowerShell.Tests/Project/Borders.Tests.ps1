# Which room of the sources may know which: the table in CONTRIBUTING.md, kept. An arrow is a using directive, or a type named with its room.
BeforeDiscovery {
    . $PSScriptRoot/Borders.Rooms.ps1
    $rooms = Get-Room
}

BeforeAll {
    . $PSScriptRoot/Borders.Rooms.ps1
    $table = Get-Room
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
}

Describe 'The room <Name>' -ForEach $rooms {
    It 'knows no room but those of the table' {
        @(Get-Arrow $Folder $table).Where{ $_.To -notin $Known }.ForEach{ "$($_.File) knows $($_.To)" } | Should -BeNullOrEmpty
    }

    It 'is told of rooms that there are, in the client and the module only of such above it' {
        $above = $table.Name.Where({ $_ -eq $Name }, 'Until')
        $others = if ($Folder -match 'Emulator') { $table.Name } else { $above + 'Emulator' }
        $Known.Where{ $_ -notin $others } | Should -BeNullOrEmpty
    }
}

Describe 'The table of the rooms' {
    It 'has every folder of the client, the module and the emulator' {
        $folders = Get-ChildItem "$root/src/Lucca.Client", "$root/src/Lucca.PowerShell", "$root/src/Lucca.Emulator" -Recurse -Filter *.cs |
            Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object { [System.IO.Path]::GetRelativePath($root, $_.DirectoryName).Replace('\', '/') } | Sort-Object -Unique
        $table.Folder | Sort-Object | Should -Be $folders
    }

    It 'would be broken by <How>' -ForEach @(
        @{ How = 'a using directive'; Code = "using Lucca.PowerShell.Cmdlets;`nnamespace Lucca.PowerShell.Paths;" }
        @{ How = 'a global or static one'; Code = "global using static Lucca.PowerShell.Cmdlets.Preferences;" }
        @{ How = 'an alias'; Code = "using Work = Lucca.PowerShell.Cmdlets.AsyncCmdlet;" }
        @{ How = 'a qualified name'; Code = "namespace Lucca.PowerShell.Paths;`nclass A { Lucca.PowerShell.Cmdlets.AsyncCmdlet b; }" }
        @{ How = 'a name qualified in part'; Code = "namespace Lucca.PowerShell.Paths;`nclass A { Cmdlets.AsyncCmdlet b; }" }
    ) {
        Set-Content (Join-Path $TestDrive Wrong.cs) $Code
        (Get-Arrow $TestDrive $table).To | Should -Be 'Cmdlets'
    }
}
