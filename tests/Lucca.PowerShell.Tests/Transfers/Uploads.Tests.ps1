BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $session = Connect-TestServer @{ MaxRetry = 0 }

    # A file of random bytes, so that neither a hole nor a repetition could pass for it.
    function New-RandomFile([string] $Name, [long] $Length) {
        $path = Join-Path $TestDrive $Name
        $stream = [System.IO.File]::Create($path)
        $bytes = [byte[]]::new(1MB)
        for ($left = $Length; $left -gt 0; $left -= $count) {
            [Random]::Shared.NextBytes($bytes)
            $count = [Math]::Min($left, $bytes.Length)
            $stream.Write($bytes, 0, $count)
        }
        $stream.Dispose()
        $path
    }

    function Get-SentPart { (Get-TestRequest)[-1].parts[0] }
}

AfterAll {
    Stop-TestServer
}

Describe 'An upload from disk' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'sends every byte of a file of <Length> bytes' -ForEach @(@{ Length = 0 }, @{ Length = 1 }, @{ Length = 131072 }, @{ Length = 3000001 }) {
        $path = New-RandomFile "all-$Length.bin" $Length
        $file = Send-LuccaFile $path
        $file | Should -BeOfType [Lucca.File]
        $part = Get-SentPart
        $part.length | Should -Be $Length
        $part.sha256 | Should -Be (Get-FileHash $path).Hash.ToLowerInvariant()
    }

    It 'goes on with the next file after one that fails' {
        $good = New-RandomFile 'good.bin' 1000
        $better = New-RandomFile 'better.bin' 2000
        $errors = $null
        $sent = $good, (Join-Path $TestDrive 'missing.bin'), $better | Send-LuccaFile -ErrorAction SilentlyContinue -ErrorVariable errors
        $sent.FileName | Should -Be 'good.bin', 'better.bin'
        @($errors).Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'LuccaFileError,Lucca.PowerShell.Cmdlets.SendLuccaFileCommand'
        $errors[0].TargetObject | Should -Be (Join-Path $TestDrive 'missing.bin')
    }

    It 'goes on with the next file after one that the server refuses' {
        Add-TestFault @{ Path = 'files'; Method = 'POST'; Kind = 'Status'; Status = 400; Body = '{"title":"The file type is not allowed.","status":400}' }
        $errors = $null
        $sent = (New-RandomFile 'bad.exe' 10), (New-RandomFile 'fine.txt' 10) | Send-LuccaFile -ErrorAction SilentlyContinue -ErrorVariable errors
        $sent.FileName | Should -Be 'fine.txt'
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$($errors[0])" | Should -Match 'The file type is not allowed'
    }

    It 'names a file that another program has locked' {
        $path = New-RandomFile 'locked.bin' 1000
        $lock = [System.IO.File]::Open($path, 'Open', 'ReadWrite', 'None')
        try { $thrown = Get-ThrownError { Send-LuccaFile $path } } finally { $lock.Dispose() }
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaFileError,Lucca.PowerShell.Cmdlets.SendLuccaFileCommand'
        $thrown.CategoryInfo.Category | Should -Be 'ReadError'
        "$thrown" | Should -Match 'locked\.bin'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'says so when the file has vanished before it is sent again' {
        $path = New-RandomFile 'vanishing.bin' 1000
        # Time enough to remove it on a busy machine.
        Add-TestFault @{ Path = 'files'; Method = 'POST'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '5' } }
        $patient = Connect-TestServer @{ Name = 'patient'; SkipDefault = $true }
        $started = Start-Shell { param($session, $path) Send-LuccaFile $path -Session $session -ErrorAction SilentlyContinue; $Error[0] } $patient, $path
        Wait-Until { Get-TestRequest }
        Remove-Item $path
        $thrown = (Wait-Shell $started)[0]
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaFileError,Lucca.PowerShell.Cmdlets.SendLuccaFileCommand'
        "$thrown" | Should -Match 'vanishing\.bin'
    }

    It 'gives up, with a clear error, on a file that <What> meanwhile' -ForEach @(
        @{ What = 'shrinks'; Change = { param($path) $file = [System.IO.File]::Open($path, 'Open', 'Write', 'ReadWrite'); $file.SetLength(1MB); $file.Dispose() } }
        @{ What = 'grows'; Change = { param($path) $file = [System.IO.File]::Open($path, 'Append', 'Write', 'ReadWrite'); $file.Write([byte[]]::new(10)); $file.Dispose() } }
    ) {
        # The server reads the head of the body and then waits, so that the file changes while the rest stands in the way.
        $path = New-RandomFile "$What.bin" 60MB
        Add-TestFault @{ Path = 'files'; Method = 'POST'; Kind = 'Delay'; Delay = 3000 }
        $started = Start-Shell { param($session, $path) Send-LuccaFile $path -Session $session -ErrorAction SilentlyContinue; $Error[0] } $session, $path
        Wait-Until { Get-TestRequest }
        & $Change $path
        $result = @(Wait-Shell $started)
        $result.Count | Should -Be 1
        $result[0].FullyQualifiedErrorId | Should -Be 'LuccaIncomplete,Lucca.PowerShell.Cmdlets.SendLuccaFileCommand'
        "$($result[0])" | Should -Match "$What\.bin.*changed during the upload"
        @(Get-TestRequest).Count | Should -Be 1
    }

    It 'refuses more than 100 MB before a byte is sent' {
        $path = Join-Path $TestDrive 'huge.bin'
        $file = [System.IO.File]::Create($path); $file.SetLength(105MB); $file.Dispose()
        $thrown = Get-ThrownError { Send-LuccaFile $path }
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaTooLarge,Lucca.PowerShell.Cmdlets.SendLuccaFileCommand'
        $thrown.CategoryInfo.Category | Should -Be 'LimitsExceeded'
        @(Get-TestRequest).Count | Should -Be 0
    }

    It 'takes constant memory for 95 MB' {
        $small = New-RandomFile 'small.bin' 5MB
        $large = New-RandomFile 'large.bin' 95MB
        # In a process of its own: what counts is the most that it ever held. The same code has run for the small file before.
        $script = @'
param($Manifest, $Uri, $Small, $Large)
Import-Module $Manifest
$null = Connect-Lucca $Uri -Credential ([pscredential]::new('emulator', (ConvertTo-SecureString 'emulator-secret' -AsPlainText -Force))) -RateLimit 0
$null = Send-LuccaFile $Small
$me = [System.Diagnostics.Process]::GetCurrentProcess()
$before = $me.PeakWorkingSet64
$null = Send-LuccaFile $Large
$me.Refresh()
[string] (($me.PeakWorkingSet64 - $before) / 1MB)
'@
        Set-Content (Join-Path $TestDrive 'upload.ps1') $script
        $grown = Invoke-Pwsh -File (Join-Path $TestDrive 'upload.ps1') (Get-Module Lucca).Path.Replace('Lucca.PowerShell.dll', 'Lucca.psd1') $server.Uri $small $large
        Write-Host "    grew by $grown MB"
        (Get-SentPart).length | Should -Be 95MB
        [double] $grown | Should -BeLessThan 20
    }
}
