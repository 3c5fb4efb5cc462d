BeforeAll {
    Import-Module $PSScriptRoot/TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    $fromCmdlet = 'Lucca.PowerShell.Cmdlets.SendLuccaFileCommand'
}

AfterAll {
    Stop-TestServer
}

Describe 'Send-LuccaFile' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
        Push-Location (New-Item -ItemType Directory TestDrive:/$(New-Guid))
    }

    AfterEach {
        Pop-Location
    }

    It 'uploads each file under its own name, with its media type, as the part "form"' {
        $names = 'a plain one.pdf', "it's Zoë's €漢.pdf", 'a [bracket].pdf'
        if (-not $IsWindows) { $names += 'a "quoted".pdf' }
        $names | ForEach-Object { [System.IO.File]::WriteAllText((Join-Path (Get-Location).ProviderPath $_), $_) }
        $files = Get-ChildItem *.pdf | Send-LuccaFile
        $files | ForEach-Object { $_ | Should -BeOfType [Lucca.File] }
        $files.FileName | Sort-Object | Should -Be ($names | Sort-Object)
        foreach ($request in Get-TestRequest) {
            $request.parts[0].name | Should -Be 'form'
            $request.parts[0].contentType | Should -Be 'application/pdf'
        }
    }

    It 'takes wildcards, literal paths and bytes' {
        Set-Content -LiteralPath '[x].txt' 'x'
        'y' > 'y.txt'
        (Send-LuccaFile *.txt).Count | Should -Be 2
        (Send-LuccaFile -LiteralPath '[x].txt').FileName | Should -Be '[x].txt'
        (Send-LuccaFile -Content ([byte[]](1, 2, 3)) -FileName 'raw.bin').ContentType | Should -Be 'application/octet-stream'
        (Send-LuccaFile y.txt -FileName 'other.md' -ContentType 'text/markdown').FileName | Should -Be 'other.md'
    }

    It 'sends nothing with -WhatIf' {
        'x' > x.txt
        Send-LuccaFile x.txt -WhatIf | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses 105 MB before a byte is sent' {
        $big = [System.IO.File]::Create((Join-Path (Get-Location).ProviderPath 'big.bin'))
        $big.SetLength(105MB)
        $big.Dispose()
        $thrown = Get-ThrownError { Send-LuccaFile big.bin }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaTooLarge,$fromCmdlet"
        $thrown.CategoryInfo.Category | Should -Be 'LimitsExceeded'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'goes on with the next file when one is not there' {
        'x' > x.txt
        $errors = $null
        $sent = 'no-such.txt', 'x.txt' | Send-LuccaFile -ErrorAction SilentlyContinue -ErrorVariable errors
        @($sent).Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
        $errors[0].TargetObject | Should -Be 'no-such.txt'
    }

    It 'has a clear error for <What>' -ForEach @(
        @{ What = 'a folder'; Path = '.'; Why = 'folder' }
        @{ What = 'another provider'; Path = 'env:PATH'; Why = 'Environment' }
    ) {
        $thrown = Get-ThrownError { Send-LuccaFile $Path }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
        $thrown.Exception.Message | Should -Match $Why
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses what is no media type' {
        'x' > x.txt
        (Get-ThrownError { Send-LuccaFile x.txt -ContentType 'nonsense' }).FullyQualifiedErrorId | Should -Match '^ParameterArgumentValidationError'
    }
}
