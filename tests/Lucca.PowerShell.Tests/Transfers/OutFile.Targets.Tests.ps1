# What stands at the place of a file to be: other modes, links, pipes, folders, and names that no file can have.
BeforeDiscovery {
    $special = @(
        @{ What = 'a pipe'; Make = { param($path) & mkfifo $path } }
        @{ What = 'a device'; Make = { param($path) & mknod $path c 1 3 } }
        @{ What = 'a socket'; Make = { param($path) $script:socket = [System.Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified'); $socket.Bind([System.Net.Sockets.UnixDomainSocketEndPoint]::new($path)) } }
    )
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $session = Connect-TestServer @{ MaxRetry = 0 }
    $command = 'Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
    function Get-Mode([string] $Path) { [System.Convert]::ToString([int] [System.IO.File]::GetUnixFileMode($Path), 8) }
    function New-Link([string] $Path, [string] $Target) { $null = [System.IO.File]::CreateSymbolicLink($Path, $Target) }
    function Wait-Temporary([string] $Folder) { Wait-Until { Get-ChildItem $Folder -Force | Where-Object Length -GT 0 } -What 'a temporary file' }
}

AfterAll {
    Stop-TestServer
}

Describe 'The place of a download' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
        $folder = (New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$([guid]::NewGuid().ToString('N').Substring(0, 8))")).FullName
        $target = Join-Path $folder 'ann.jpg'
    }

    AfterEach {
        Remove-Item -LiteralPath $folder -Recurse -Force
    }

    It 'is for the user alone, from the first byte on (a mode of Unix)' -Skip:$IsWindows {
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 100 }
        $started = Start-Shell { param($session, $out) Get-LuccaPortrait 401 -Session $session -OutFile $out } $session, $target
        Wait-Temporary $folder
        Get-Mode (Get-ChildItem $folder -Force)[0].FullName | Should -Be '600'
        $null = Wait-Shell $started
        Get-Mode $target | Should -Be '600'
    }

    It 'takes no right over that lends its owner''s: <Mode> becomes <Kept>' -Skip:$IsWindows -ForEach @(
        @{ Mode = '4755'; Kept = '755' }, @{ Mode = '2750'; Kept = '750' }, @{ Mode = '1644'; Kept = '644' }, @{ Mode = '7777'; Kept = '777' }
    ) {
        Set-Content $target 'old'
        & chmod $Mode $target
        $null = Get-LuccaPortrait 874 -OutFile $target -Force
        Get-Mode $target | Should -Be $Kept
    }

    It 'is the user''s alone where another''s file is replaced' -Skip:$IsWindows {
        Set-Content $target 'old'
        & chmod 0777 $target
        $isRoot = (& id -u) -eq 0
        if ($isRoot) { & chown 12345 $target }
        $null = Get-LuccaPortrait 874 -OutFile $target -Force
        Get-Mode $target | Should -Be ($isRoot ? '600' : '777') -Because 'only root can give a file away; elsewhere it stays the user''s own'
    }

    It 'keeps the mode <Mode> of a file that -Force replaces (Unix has modes)' -Skip:$IsWindows -ForEach @(@{ Mode = '0600' }, @{ Mode = '0644' }, @{ Mode = '0440' }) {
        Set-Content $target 'the old one'
        & chmod $Mode $target
        $before = Get-Mode $target
        (Get-LuccaPortrait 874 -OutFile $target -Force).Length | Should -BeGreaterThan 1000
        Get-Mode $target | Should -Be $before
    }

    It 'keeps who may read a file that -Force replaces (Windows has access lists)' -Skip:(-not $IsWindows) {
        Set-Content $target 'the old one'
        $list = Get-Acl $target
        $list.SetAccessRuleProtection($true, $false)
        $user = [System.Security.Principal.WindowsIdentity]::GetCurrent().User
        $list.AddAccessRule([System.Security.AccessControl.FileSystemAccessRule]::new($user, 'FullControl', 'Allow'))
        Set-Acl $target $list
        $before = (Get-Acl $target).Access | ForEach-Object { "$($_.IdentityReference): $($_.AccessControlType) $($_.FileSystemRights), inherited: $($_.IsInherited)" }
        @($before).Count | Should -Be 1
        (Get-LuccaPortrait 874 -OutFile $target -Force).Length | Should -BeGreaterThan 1000
        (Get-Acl $target).Access | ForEach-Object { "$($_.IdentityReference): $($_.AccessControlType) $($_.FileSystemRights), inherited: $($_.IsInherited)" } | Should -Be $before
    }

    It 'replaces a read-only file with -Force, and it stays read-only' {
        Set-ItemProperty (New-Item $target -Value 'the old one') IsReadOnly $true
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target }).FullyQualifiedErrorId | Should -Be "LuccaFileExists,$command"
        (Get-LuccaPortrait 874 -OutFile $target -Force).Length | Should -BeGreaterThan 1000
        (Get-Item $target).IsReadOnly | Should -BeTrue
    }

    It 'follows a link to the file that it leads to, and the link stays' {
        $real = Join-Path (New-Item -ItemType Directory (Join-Path $folder 'real')) 'real.jpg'
        Set-Content $real 'the old one'
        if (-not $IsWindows) { & chmod 0640 $real }
        New-Link (Join-Path $folder 'between') (Join-Path real real.jpg)
        New-Link $target between
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target }).FullyQualifiedErrorId | Should -Be "LuccaFileExists,$command"
        $file = Get-LuccaPortrait 874 -OutFile $target -Force
        $file.FullName | Should -Be $target
        (Get-Item $target).LinkTarget | Should -Be 'between'
        (Get-Item $real).Length | Should -BeGreaterThan 1000
        if (-not $IsWindows) { Get-Mode $real | Should -Be '640' }
        (Get-ChildItem $folder -Recurse -Force -File).Count | Should -Be 3
    }

    It 'takes a link that leads nowhere for a name that is taken, and with -Force makes what it leads to' {
        New-Link $target later.jpg
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target }).FullyQualifiedErrorId | Should -Be "LuccaFileExists,$command"
        @(Get-TestRequest).Count | Should -Be 0
        $null = Get-LuccaPortrait 874 -OutFile $target -Force
        (Get-Item $target).LinkTarget | Should -Be 'later.jpg'
        (Get-Item (Join-Path $folder 'later.jpg')).Length | Should -BeGreaterThan 1000
    }

    It 'says so of links in a cycle' {
        New-Link $target ann.jpg
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target -Force }).FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
    }

    It 'never is <What>, by -Force neither (Unix has them in folders)' -Skip:$IsWindows -ForEach $special {
        & $Make $target
        $before = & stat -c '%F %i' $target
        foreach ($force in $true, $false) {
            $thrown = Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target -Force:$force }
            $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
            $thrown.Exception.Message | Should -Match "is $What, not a file"
        }
        @(Get-TestRequest).Count | Should -Be 0

        # The server's name is known only when it has answered.
        Rename-Item $target jdoe-800.jpeg
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile $folder -Force }).FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
        & stat -c '%F %i' (Join-Path $folder jdoe-800.jpeg) | Should -Be $before
        (Get-ChildItem $folder -Force).Name | Should -Be 'jdoe-800.jpeg'
    }

    It 'never is <What> that a link leads to (Unix has them in folders)' -Skip:$IsWindows -ForEach $special {
        & $Make (Join-Path $folder special)
        & ln -s special $target
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target -Force }).Exception.Message | Should -Match "is $What, not a file"
        (Get-Item $target).LinkTarget | Should -Be special
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'is refused in a sentence before anything is sent: <What>' -ForEach @(
        @{ What = 'a null character'; Path = "a`0b.jpg"; Why = 'null character' }
        @{ What = 'a name of 300 characters'; Path = ('a' * 300) + '.jpg'; Why = $IsWindows ? 'syntax is incorrect' : 'too long' }
        # Windows takes paths of up to 32,767 characters.
        @{ What = 'a path of 9,000 characters'; Path = ('abcdefgh/' * 1000) + 'a.jpg'; Why = $IsWindows ? 'no folder' : 'too long' }
        @{ What = 'a file in place of a folder'; Path = 'file/a.jpg'; Why = 'no folder' }
        @{ What = 'a folder that is not there'; Path = 'nowhere/'; Why = 'no folder' }
    ) {
        Set-Content (Join-Path $folder file) 'x'
        $thrown = { 874, 875 | Get-LuccaPortrait -OutFile (Join-Path $folder $Path) -ErrorAction SilentlyContinue } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
        $thrown.Exception.Message | Should -Match $Why
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        @(Get-TestRequest).Count | Should -Be 0
        (Get-ChildItem $folder).Name | Should -Be 'file'
    }

    It 'is refused before anything is sent where -<Parameter> <Name> is a device (Windows reserves the name)' -Skip:(-not $IsWindows) -ForEach @(
        @{ Name = 'CON'; Parameter = 'OutFile' }
        @{ Name = 'nul'; Parameter = 'OutFile' }
        @{ Name = 'nul.txt'; Parameter = 'OutFile' }
        @{ Name = 'COM1.jpg'; Parameter = 'OutFile' }
        @{ Name = "lpt$([char] 0xB9)"; Parameter = 'OutFile' }
        @{ Name = 'CON'; Parameter = 'OutDirectory' }
        @{ Name = 'AUX/'; Parameter = 'OutFile' }
    ) {
        Push-Location $folder
        $place = @{ $Parameter = $Name }
        try { $thrown = { 874, 875 | Get-LuccaPortrait @place -Force -ErrorAction SilentlyContinue } | Should -Throw -PassThru } finally { Pop-Location }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
        $thrown.Exception.Message | Should -Be "On Windows, '$Name' is the name of a device, not of a file. Nothing was sent."
        $thrown.ErrorDetails.RecommendedAction | Should -Match 'another name'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'names the lock, where -Force is to replace a file that another program has open (Windows alone locks)' -Skip:(-not $IsWindows) {
        Set-Content $target 'the old one' -NoNewline
        $held = [System.IO.File]::Open($target, 'Open', 'Read', 'Read')
        try { $thrown = Get-ThrownError { Get-LuccaPortrait 874 -OutFile $target -Force } } finally { $held.Dispose() }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
        $thrown.Exception.Message | Should -BeLike "'$target' cannot be written: *"
        $thrown.ErrorDetails.RecommendedAction | Should -Be 'Close the file in the program that has it open, and run the command again.'
        Get-Content $target -Raw | Should -Be 'the old one'
        (Get-ChildItem $folder -Force -Filter .lucca-*).Name | Should -BeNullOrEmpty
        (Get-LuccaPortrait 874 -OutFile $target -Force).Length | Should -BeGreaterThan 1000
    }

    It 'is refused once, before anything is sent, where the user may not write (Windows has access lists)' -Skip:(-not $IsWindows) {
        $list = Get-Acl $folder
        $user = [System.Security.Principal.WindowsIdentity]::GetCurrent().User
        $list.AddAccessRule([System.Security.AccessControl.FileSystemAccessRule]::new($user, 'CreateFiles', 'Deny'))
        Set-Acl $folder $list
        $thrown = { 874, 875 | Get-LuccaPortrait -OutDirectory $folder -ErrorAction SilentlyContinue } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
        $thrown.Exception.Message | Should -Match 'denied'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'is refused once, before anything is sent, when it takes no files (a read-only disk can be mounted on Linux alone)' {
        if (-not $IsLinux) { Set-ItResult -Skipped -Because 'a read-only disk can be made on Linux only' }
        $disk = (New-Item -ItemType Directory (Join-Path $folder disk)).FullName
        $null = & mount -t tmpfs -o ro tmpfs $disk 2>&1
        if ($LASTEXITCODE) { Set-ItResult -Skipped -Because 'this account may not mount a small disk' }
        try {
            $thrown = { 874, 875 | Get-LuccaPortrait -OutDirectory $disk -ErrorAction SilentlyContinue } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command"
            $thrown.Exception.Message | Should -Match 'Read-only'
            @(Get-TestRequest).Count | Should -Be 0
        } finally {
            $null = & umount $disk 2>&1
        }
    }

    It 'may vanish while the bytes come: then there is one sentence, and the next item ends it' {
        $gone = (New-Item -ItemType Directory (Join-Path $folder gone)).FullName
        Add-TestFault @{ Path = 'portraits'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 100 }
        $started = Start-Shell {
            param($session, $out)
            try { 401, 402, 403 | Get-LuccaPortrait -Session $session -OutFile $out -ErrorAction SilentlyContinue -ErrorVariable failures } catch { $last = $_ }
            $failures[0], $last
        } $session, $gone
        Wait-Temporary $gone
        Remove-Item $gone -Recurse -Force
        $failures = @(Wait-Shell $started)
        $failures.FullyQualifiedErrorId | Should -Be "LuccaFileError,$command", "LuccaFileError,$command"
        $failures[0].Exception.Message | Should -Match 'its folder was removed'
        $failures[-1].Exception.Message | Should -Match 'There is no folder'
        @(Get-TestRequest).Count | Should -Be 1
    }

    It 'is found where PowerShell stands in no file system' {
        Push-Location env:/
        try { (Get-LuccaPortrait 874 -OutFile "FileSystem::$target").FullName | Should -Be $target } finally { Pop-Location }
    }
}
