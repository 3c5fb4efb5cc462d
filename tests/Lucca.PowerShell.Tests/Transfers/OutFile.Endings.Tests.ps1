# How a process may end in the middle of a download, and what it leaves.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-Module $PSScriptRoot/../../Pwsh.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer @{ MaxRetry = 0 }
    $manifest = (Get-Module Lucca).Path.Replace('Lucca.PowerShell.dll', 'Lucca.psd1')
    Set-Content (Join-Path $TestDrive download.ps1) @'
param($Manifest, $Uri, $Folder, $Exit)
Import-Module $Manifest
$null = Connect-Lucca $Uri -Credential ([pscredential]::new('emulator', (ConvertTo-SecureString 'emulator-secret' -AsPlainText -Force))) -RateLimit 0
if ($Exit) {
    $null = [powershell]::Create().AddScript('param($end) while (-not (Test-Path $end)) { Start-Sleep -Milliseconds 50 }; [System.Environment]::Exit(3)').AddArgument("$Folder/end").BeginInvoke()
}
401 | Get-LuccaPortrait -OutDirectory $Folder
'@

    # A process in the middle of a download that takes minutes.
    function Start-Download([string] $Folder, [string] $Exit) {
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Drip'; Size = 100MB; Bytes = 64KB; Interval = 100 }
        $command, $program = Get-PwshCommand
        $all = @($program) + '-NoProfile', '-File', (Join-Path $TestDrive download.ps1), $manifest, $server.Uri, $Folder, $Exit
        $process = Start-Process $command $all.Where{ $_ } -PassThru -RedirectStandardOutput (Join-Path $TestDrive out.txt) -RedirectStandardError (Join-Path $TestDrive error.txt)
        Wait-Until { Get-ChildItem $Folder -Force | Where-Object Length -GT 0 } -What 'a temporary file' -Seconds 120
        $process
    }

    function Wait-End($Process) {
        $Process.WaitForExit(60000) | Should -BeTrue
        Clear-TestFault
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'A download whose process ends' {
    BeforeEach {
        Clear-TestFault
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    }

    It 'leaves nothing after SIG<Signal> (a signal of Unix)' -Skip:$IsWindows -ForEach @(@{ Signal = 'TERM' }, @{ Signal = 'HUP' }) {
        $process = Start-Download $folder
        & kill "-$Signal" $process.Id
        Wait-End $process
        $process.ExitCode | Should -BeGreaterThan 128
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'leaves nothing after the exit of the process' {
        $process = Start-Download $folder 'exit'
        $null = New-Item (Join-Path $folder end)
        Wait-End $process
        $process.ExitCode | Should -Be 3
        (Get-ChildItem $folder -Force).Name | Should -Be 'end'
    }

    It 'leaves a file when it is killed, on Unix for its user alone, which the next download removes' {
        $process = Start-Download $folder
        $process.Kill()
        Wait-End $process
        $left = @(Get-ChildItem $folder -Force)
        $left.Count | Should -Be 1
        if (-not $IsWindows) { [int] [System.IO.File]::GetUnixFileMode($left[0].FullName) | Should -Be 0x180 } # 0600
        (Get-LuccaPortrait 874 -OutDirectory $folder).Name | Should -Be 'portrait-874.jpg'
        (Get-ChildItem $folder -Force).Name | Should -Be 'portrait-874.jpg'
    }

    It 'keeps its file while it lives, whoever else downloads into the folder' {
        $process = Start-Download $folder
        try {
            $temporary = (Get-ChildItem $folder -Force).Name
            $null = Get-LuccaPortrait 874 -OutDirectory $folder
            (Get-ChildItem $folder -Force).Name | Sort-Object | Should -Be (@($temporary) + 'portrait-874.jpg' | Sort-Object)
        } finally {
            $process.Kill()
            $process.WaitForExit()
        }
    }

    It 'keeps its file while another runspace of the process downloads into the folder' {
        Add-TestFault @{ Path = 'portraits/401'; Kind = 'Drip'; Size = 1MB; Bytes = 64KB; Interval = 200; ContentType = 'image/jpeg' }
        $session = Get-LuccaSession | Select-Object -First 1
        $started = Start-Shell { param($session, $folder) 401 | Get-LuccaPortrait -Session $session -OutDirectory $folder } $session, $folder
        Wait-Until { Get-ChildItem $folder -Force | Where-Object Length -GT 0 } -What 'a temporary file'
        $null = Get-LuccaPortrait 874 -OutDirectory $folder
        (Wait-Shell $started).Length | Should -Be 1MB
        (Get-ChildItem $folder -Force).Name | Sort-Object | Should -Be 'portrait-401.jpg', 'portrait-874.jpg'
    }

    It 'removes nothing of anybody else: <What>' -ForEach @(
        @{ What = 'a name that is only alike'; Name = '.lucca-notes.tmp'; Days = 30 }
        @{ What = 'a fresh file of another machine'; Name = '.lucca-00000000-1-0123456789ab.tmp'; Days = 1 }
    ) {
        $file = New-Item (Join-Path $folder $Name)
        $file.LastWriteTime = (Get-Date).AddDays(-$Days)
        $null = Get-LuccaPortrait 874 -OutDirectory $folder
        (Get-ChildItem $folder -Force).Name | Should -Contain $Name
    }

    It 'removes what another machine left a month ago' {
        $file = New-Item (Join-Path $folder '.lucca-00000000-1-0123456789ab.tmp')
        $file.LastWriteTime = (Get-Date).AddDays(-30)
        $null = Get-LuccaPortrait 874 -OutDirectory $folder
        (Get-ChildItem $folder -Force).Name | Should -Be 'portrait-874.jpg'
    }
}
