BeforeDiscovery {
    $names = @(
        @{ Kind = 'a path up'; Header = 'attachment; filename="../../evil.jpg"'; Leaf = 'evil.jpg' }
        @{ Kind = 'a path up of Windows'; Header = 'attachment; filename="..\..\evil.jpg"'; Leaf = 'evil.jpg' }
        @{ Kind = 'an absolute path'; Header = 'attachment; filename="/etc/cron.d/evil.jpg"'; Leaf = 'evil.jpg' }
        @{ Kind = 'an absolute path of Windows'; Header = 'attachment; filename="C:\Windows\evil.jpg"'; Leaf = 'evil.jpg' }
        @{ Kind = 'encoded slashes'; Header = "attachment; filename*=UTF-8''..%2F..%2Fevil.jpg"; Leaf = 'evil.jpg' }
        @{ Kind = 'encoded backslashes'; Header = "attachment; filename*=UTF-8''..%5C..%5Cevil.jpg"; Leaf = 'evil.jpg' }
        @{ Kind = 'control characters'; Header = "attachment; filename*=UTF-8''ev%00i%0A%1Bl.jpg"; Leaf = 'evil.jpg' }
        @{ Kind = 'a reserved name of Windows'; Header = 'attachment; filename="CON.jpg"'; Leaf = '_CON.jpg' }
        @{ Kind = 'a reserved name in small letters'; Header = 'attachment; filename="lpt1"'; Leaf = '_lpt1' }
        @{ Kind = 'a stream of NTFS'; Header = 'attachment; filename="a.jpg:evil.exe"'; Leaf = 'a.jpgevil.exe' }
        @{ Kind = 'dots and blanks at its end'; Header = 'attachment; filename="evil.jpg. . ."'; Leaf = 'evil.jpg' }
        @{ Kind = 'nothing but dots'; Header = 'attachment; filename="..."'; Leaf = 'portrait-401.jpg' }
        @{ Kind = 'nothing'; Header = 'attachment; filename=""'; Leaf = 'portrait-401.jpg' }
        @{ Kind = 'no name at all'; Header = 'attachment'; Leaf = 'portrait-401.jpg' }
        @{ Kind = 'nonsense'; Header = ';;;=="'; Leaf = 'portrait-401.jpg' }
        @{ Kind = 'a direction override'; Header = "attachment; filename*=UTF-8''ann%E2%80%AEgpj.exe"; Leaf = 'anngpj.exe' }
        @{ Kind = '400 characters'; Header = "attachment; filename=`"$('a' * 400).jpg`""; Leaf = ('a' * 196) + '.jpg' }
        @{ Kind = 'letters beyond ASCII'; Header = "attachment; filename*=UTF-8''Zo%C3%A9%20%F0%9F%93%B7.jpg"; Leaf = "Zoé $([char]::ConvertFromUtf32(0x1F4F7)).jpg" }
    )
    $breaks = @(
        @{ What = 'a cut'; Fault = @{ Kind = 'Cut'; Size = 1MB; Bytes = 300KB; Times = -1 }; Id = 'LuccaIncomplete' }
        @{ What = 'an orderly close half-way'; Fault = @{ Kind = 'Cut'; Size = 1MB; Bytes = 300KB; Times = -1; Fin = $true }; Id = 'LuccaIncomplete' }
        @{ What = 'a body shorter than announced'; Fault = @{ Kind = 'WrongLength'; Size = 1000; Length = 2000; Times = -1 }; Id = 'LuccaIncomplete' }
        @{ What = 'a reset before the head'; Fault = @{ Kind = 'Reset'; Times = -1 }; Id = 'LuccaUnavailable' }
        @{ What = 'a stall'; Fault = @{ Kind = 'Stall'; Size = 1MB; Bytes = 300KB; Times = -1 }; Id = 'LuccaTimeout'; Session = 'impatient' }
        @{ What = 'a web page in its place'; Fault = @{ Kind = 'Html'; Times = -1 }; Id = 'LuccaBadReply' }
    )
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $once = Connect-TestServer @{ MaxRetry = 0 }
    $persistent = Connect-TestServer @{ Name = 'persistent'; SkipDefault = $true }
    # For what never comes alone: what does come may take its time on a busy machine.
    $null = Connect-TestServer @{ Name = 'impatient'; SkipDefault = $true; MaxRetry = 0; TimeoutSec = 1 }
}

AfterAll {
    Stop-TestServer
}

Describe 'A download to disk' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $target = Join-Path $folder 'ann.jpg'
    }

    It 'leaves nothing after <What>' -ForEach $breaks {
        Add-TestFault ($Fault + @{ Path = 'portraits/401' })
        $thrown = Get-ThrownError { Get-LuccaPortrait 401 -OutFile $target -Session ($Session ?? $once) }
        $thrown.FullyQualifiedErrorId | Should -Be "$Id,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand"
        $thrown.TargetObject | Should -Be '401'
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'leaves an old file as it was, under -Force too, after <What>' -ForEach $breaks {
        Set-Content $target 'the old one' -NoNewline
        Add-TestFault ($Fault + @{ Path = 'portraits/401' })
        (Get-ThrownError { Get-LuccaPortrait 401 -OutFile $target -Force -Session ($Session ?? $once) }).FullyQualifiedErrorId | Should -BeLike "$Id,*"
        Get-Content $target -Raw | Should -Be 'the old one'
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
    }

    It 'starts anew after a cut, and what it keeps is whole' {
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Cut'; Size = 3MB; Bytes = 1MB }
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Reset' }
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Big'; Size = 2MB }
        (Get-LuccaPortrait 401 -OutFile $target -Session $persistent).Length | Should -Be 2MB
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Big'; Size = 2MB }
        $bytes = Get-LuccaPortrait 401 -AsByteArray -Session $persistent
        (Get-FileHash $target).Hash | Should -Be (Get-FileHash -InputStream ([System.IO.MemoryStream]::new($bytes))).Hash
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
    }

    It 'is whole, too, when it is so large that it goes to the disk while it comes' {
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Big'; Size = 50MB; Times = 2 }
        (Get-LuccaPortrait 401 -OutFile $target -Session $persistent).Length | Should -Be 50MB
        $bytes = Get-LuccaPortrait 401 -AsByteArray -Session $persistent
        (Get-FileHash $target).Hash | Should -Be (Get-FileHash -InputStream ([System.IO.MemoryStream]::new($bytes))).Hash
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
    }

    It 'is seen under its name only when it is whole' {
        Import-Module $PSScriptRoot/../Shells.psm1 -Force
        Set-Content $target 'the old one' -NoNewline
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 100 }
        $started = Start-Shell { param($session, $out) Get-LuccaPortrait 401 -Session $session -OutFile $out -Force } $persistent, $target
        Wait-Until { Get-ChildItem $folder -Force | Where-Object { $_.FullName -ne $target -and $_.Length -gt 0 } } -What 'a temporary file beside the target'
        Get-Content $target -Raw | Should -Be 'the old one'
        (Wait-Shell $started)[0].FullName | Should -Be $target
        (Get-Item $target).Length | Should -Be 1MB
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
    }

    It 'refuses to replace a file before anything is sent' {
        Set-Content $target 'the old one' -NoNewline
        $thrown = Get-ThrownError { Get-LuccaPortrait 401 -OutFile $target }
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaFileExists,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
        $thrown.CategoryInfo.Category | Should -Be 'ResourceExists'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'is not kept when another file takes the name meanwhile' {
        Import-Module $PSScriptRoot/../Shells.psm1 -Force
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 100 }
        $started = Start-Shell { param($session, $out) Get-LuccaPortrait 401 -Session $session -OutFile $out -ErrorAction SilentlyContinue; $Error[0] } $persistent, $target
        Wait-Until { Get-ChildItem $folder -Force } -What 'a temporary file'
        Set-Content $target 'the other one' -NoNewline
        (Wait-Shell $started)[0].FullyQualifiedErrorId | Should -BeLike 'LuccaFileExists,*'
        Get-Content $target -Raw | Should -Be 'the other one'
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
    }

    It 'says so when the disk is full, and leaves nothing (a small disk can be mounted on Linux alone)' {
        if (-not $IsLinux) { Set-ItResult -Skipped -Because 'a small disk can be made on Linux only' }
        $disk = (New-Item -ItemType Directory (Join-Path $TestDrive 'disk')).FullName
        $null = & mount -t tmpfs -o size=1m tmpfs $disk 2>&1
        if ($LASTEXITCODE) { Set-ItResult -Skipped -Because 'this account may not mount a small disk' }
        try {
            Add-TestFault @{ Path = 'portraits/401'; Kind = 'Big'; Size = 3MB; Times = -1 }
            $thrown = Get-ThrownError { Get-LuccaPortrait 401 -OutFile "$disk/ann.jpg" -Session $persistent }
            $thrown.FullyQualifiedErrorId | Should -Be 'LuccaFileError,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
            $thrown.CategoryInfo.Category | Should -Be 'WriteError'
            $thrown.Exception.Message | Should -Match 'space'
            @(Get-TestRequest).Count | Should -Be 1
            Get-ChildItem $disk -Force | Should -BeNullOrEmpty
        } finally {
            $null = & umount $disk 2>&1
        }
    }

    It 'goes into a folder under one safe name when the server proposes <Kind>' -ForEach $names {
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'ExtraHeaders'; Size = 1000; ContentType = 'image/jpeg'; Headers = @{ 'Content-Disposition' = $Header } }
        $file = Get-LuccaPortrait 401 -OutFile $folder
        # Comparisons of text overlook characters that are not seen; those are the ones meant.
        [string]::Equals($file.Name, $Leaf, 'Ordinal') | Should -BeTrue -Because "'$($file.Name)' is to be '$Leaf', to the character"
        $file.DirectoryName | Should -Be $folder
        @(Get-ChildItem $folder -Recurse -Force).Count | Should -Be 1
    }

    It 'ends quietly when the pipeline has enough' {
        Add-TestFault @{ Path = 'portraits'; Kind = 'Big'; Size = 1000; ContentType = 'image/jpeg'; Times = -1 }
        401, 402, 403 | Get-LuccaPortrait -OutFile $folder | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        @(Get-ChildItem $folder -Force).Count | Should -Be 1
        @(Get-TestRequest).Count | Should -Be 1
    }
}
