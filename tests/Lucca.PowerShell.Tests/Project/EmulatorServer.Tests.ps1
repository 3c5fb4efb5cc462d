# What the emulator's server says to whoever starts it by hand.
BeforeAll {
    $root = Resolve-Path "$PSScriptRoot/../../.."
    $dll = Get-ChildItem (Join-Path $root 'tests/Lucca.Emulator.Server/bin') -Recurse -Filter Lucca.Emulator.Server.dll |
        Where-Object FullName -NotMatch '[\\/]ref(int)?[\\/]' | Sort-Object LastWriteTime -Descending | Select-Object -First 1
}

Describe 'The server of the emulator' {
    It 'helps: <_>' -ForEach '--help', '-h' {
        $text = dotnet $dll.FullName $_ 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 0
        foreach ($option in '--urls', '--certificate', '--rate-limit', '--departments', '--employees', '--compress', '--parent') {
            $text | Should -Match "(?m)^ +$option .*\w"
        }
    }

    It 'names what it does not know, helps, and fails' {
        $text = dotnet $dll.FullName --nope 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 2
        $text | Should -Match '--nope'
        $text | Should -Match '--urls'
    }
}
