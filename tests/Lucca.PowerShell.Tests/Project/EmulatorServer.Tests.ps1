# What the emulator's server says to whoever starts it by hand.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    $server = Get-TestServerPath
}

Describe 'The server of the emulator' {
    It 'helps: <_>' -ForEach '--help', '-h' {
        $text = dotnet $server $_ 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 0
        foreach ($option in '--urls', '--certificate', '--rate-limit', '--departments', '--employees', '--compress', '--parent') {
            $text | Should -Match "(?m)^ +$option .*\w"
        }
    }

    It 'names what it does not know, helps, and fails' {
        $text = dotnet $server --nope 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 2
        $text | Should -Match '--nope'
        $text | Should -Match '--urls'
    }
}
