# What the tasks of build.ps1 start once the module is built, in a shell of their own as there.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../../..')).ProviderPath

    # All that is printed, errors too, without colours.
    function Get-Printed { ($input | Invoke-Pwsh @args 2>&1 | Out-String) -replace '\e\[[\d;?]*[a-zA-Z]' }
}

Describe 'The demo' {
    It 'tours the emulator to its end, and says so' {
        $printed = Get-Printed -File $root/tests/Demo.ps1
        $LASTEXITCODE | Should -Be 0
        $printed | Should -Match 'PS> Get-LuccaDepartment -First 10'
        $printed | Should -Match 'Direction générale'
        $printed | Should -Match 'Get-LuccaDepartment: [^\n]*department[^\n]*no-such'
        $printed | Should -Match 'The tour is done: the file came back unchanged'
    }
}

Describe 'The shell' {
    It 'has the module, is connected to the emulator, and says what to try' {
        $printed = '"name: $((Get-LuccaDepartment 32).Name)"', 'exit' | Get-Printed -NoExit -File $root/tests/Shell.ps1
        $printed | Should -Match 'Get-LuccaDepartment -Tree'
        $printed | Should -Match '(?m)^name: Finances'
    }

    It 'names commands that work' {
        Import-BuiltModule
        $null = Connect-Lucca -Emulator
        $lines = [regex]::Matches((Get-Content $root/tests/Shell.ps1 -Raw), "(?m)^ *(?:Write-Host ')? {2}(Get-[^']+?)'?\r?$").ForEach{ $_.Groups[1].Value }
        $lines.Count | Should -BeGreaterThan 2
        Push-Location $TestDrive
        try { foreach ($line in $lines) { & ([scriptblock]::Create($line)) | Should -Not -BeNullOrEmpty -Because $line } } finally { Pop-Location }
    }
}

Describe 'The check for Windows' {
    It 'says what to install where that is missing (it is for Linux)' -Skip:(-not $IsLinux) {
        Import-Module $root/tests/Windows/Wine.psm1 -Force
        $path = $env:PATH
        $env:PATH = ''
        try { { Install-WindowsShell } | Should -Throw '*apt-get install*wine64*mingw*' } finally { $env:PATH = $path }
    }

    It 'has a reason for each case that it knows as red' {
        foreach ($entry in (Import-PowerShellDataFile $root/tests/Windows/Known.psd1).Cases) {
            $entry.Kind | Should -BeIn 'Wine', 'open' -Because $entry.Case
            $entry.Why | Should -Match '^[A-Z].{20,}\.$' -Because $entry.Case
            Get-ChildItem $root/tests -Recurse -Include "$($entry.File).Tests.ps1", "$($entry.File).csproj" | Should -HaveCount 1 -Because $entry.Case
        }
    }
}

Describe 'Importing what was built' {
    It 'works as the README says' {
        Get-Content $root/README.md -Raw | Should -Match '`Import-Module \./out/Lucca`'
        $name = Invoke-Pwsh -WorkingDirectory $root -Command 'Import-Module ./out/Lucca; (Get-Module Lucca).Name'
        $name | Should -Be 'Lucca'
    }
}
