BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
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

    It 'uploads a file that Get-LuccaFile does not promise to read by its id alone' {
        $file = Send-LuccaFile -Content ([byte[]] 1) -FileName 'raw.bin'
        Clear-TestRequest
        $problem = Get-ThrownError { $file | Get-LuccaFile }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -Match "file $($file.Id).*does not publish"
        $problem.ErrorDetails.RecommendedAction | Should -Not -Match 'got with'
        Get-TestRequest | Should -BeNullOrEmpty
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

    It 'refuses <What>, and neither waits for it nor sends nothing in its place (Unix has them in folders)' -Skip:$IsWindows -ForEach @(
        @{ What = 'a pipe'; Make = { & mkfifo special } }
        @{ What = 'a device'; Make = { & mknod special c 1 5 } }
        @{ What = 'a link to a pipe'; Make = { & mkfifo real; & ln -s real special } }
        @{ What = 'a socket'; Make = { $null = ($script:socket = [System.Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified')).Bind([System.Net.Sockets.UnixDomainSocketEndPoint]::new("/tmp/lucca-$PID.socket")); & ln -s "/tmp/lucca-$PID.socket" special } }
    ) {
        Set-Location (Get-Location).ProviderPath
        & $Make
        foreach ($thrown in (Get-ThrownError { Send-LuccaFile special }), (Get-ThrownError { Get-Item special | Send-LuccaFile })) {
            $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
            $thrown.Exception.Message | Should -Match 'is a (pipe|device|socket), not a file'
        }
        (Get-TestRequest).Count | Should -Be 0
        Remove-Item "/tmp/lucca-$PID.socket" -ErrorAction Ignore
    }

    It 'refuses <_>, which is a device (Windows reserves the name)' -Skip:(-not $IsWindows) -ForEach 'NUL', 'CON' {
        $thrown = Get-ThrownError { Send-LuccaFile -LiteralPath $_ }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
        # Windows 11 knows devices by their bare names alone: in a folder there is no such file.
        $thrown.Exception.Message | Should -Match "'$_' (is a device|cannot be read)"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses a file that says it is empty and is not (Linux has them in /proc)' -Skip:(-not $IsLinux) {
        (Get-ThrownError { Send-LuccaFile /proc/self/status }).FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'takes an object of the file system for that file: <How>' -ForEach @(
        @{ How = 'from the pipeline'; Send = { $file | Send-LuccaFile } }
        @{ How = 'without what PowerShell adds'; Send = { [System.IO.FileInfo]::new($file.FullName) | Send-LuccaFile } }
        @{ How = 'as -Path'; Send = { Send-LuccaFile $file } }
        @{ How = 'as one of -Path'; Send = { Send-LuccaFile -Path @($file) } }
        @{ How = 'as -LiteralPath'; Send = { Send-LuccaFile -LiteralPath $file } }
    ) {
        Set-Content a1.txt 'not meant'
        Set-Content -LiteralPath 'a[1].txt' 'meant' -NoNewline
        $file = Get-Item -LiteralPath 'a[1].txt'
        (& $Send).FileName | Should -Be 'a[1].txt'
        (Get-TestRequest)[0].parts[0].length | Should -Be 5
    }

    It 'says that no path holds a null character' {
        foreach ($thrown in (Get-ThrownError { Send-LuccaFile "a`0b" }), (Get-ThrownError { Send-LuccaFile -LiteralPath "a`0b" })) {
            $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
            $thrown.Exception.Message | Should -Match 'null character'
        }
    }
}
