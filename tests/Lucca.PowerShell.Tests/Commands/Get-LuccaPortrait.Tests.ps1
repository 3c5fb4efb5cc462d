BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    $fromCmdlet = 'Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaPortrait' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
        Push-Location (New-Item -ItemType Directory TestDrive:/$(New-Guid))
    }

    AfterEach {
        Pop-Location
    }

    It 'gets the portrait object' {
        $portrait = Get-LuccaPortrait 874
        $portrait | Should -BeOfType [Lucca.Portrait]
        $portrait.Employee.Id | Should -Be '416'
        $portrait.FileName | Should -Be 'jdoe-800.jpeg'
        $portrait.ContentType | Should -Be 'image/jpeg'
    }

    It 'writes the picture into a folder under the server''s name, and emits its FileInfo' {
        $file = Get-LuccaPortrait 874 -OutFile .
        $file | Should -BeOfType [System.IO.FileInfo]
        $file.Name | Should -Be 'jdoe-800.jpeg'
        $file.Length | Should -BeGreaterThan 1000
        (Get-TestRequest)[0].headers.Accept | Should -Be 'image/*'
        [System.IO.File]::ReadAllBytes($file)[0..2] | Should -Be 0xFF, 0xD8, 0xFF
    }

    It 'leaves an existing file alone without -Force, and asks for nothing' {
        'mine' > portrait.jpg
        $thrown = Get-ThrownError { Get-LuccaPortrait 874 -OutFile portrait.jpg }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileExists,$fromCmdlet"
        $thrown.CategoryInfo.Category | Should -Be 'ResourceExists'
        $thrown.TargetObject | Should -Be '874'
        Get-Content portrait.jpg | Should -Be 'mine'
        (Get-TestRequest).Count | Should -Be 0
        (Get-LuccaPortrait 874 -OutFile portrait.jpg -Force).Length | Should -BeGreaterThan 1000
        $null = Get-LuccaPortrait 874 -OutFile .
        (Get-ThrownError { Get-LuccaPortrait 874 -OutFile . }).FullyQualifiedErrorId | Should -Be "LuccaFileExists,$fromCmdlet"
    }

    It 'has a clear error for <Path>, with nothing sent and nothing left' -ForEach @(
        @{ Path = 'no/such/folder/x.jpg'; Why = 'no folder' }
        @{ Path = 'no/such/folder/'; Why = 'no folder' }
        @{ Path = 'env:/x'; Why = 'Environment' }
        @{ Path = 'nowhere:/x'; Why = 'nowhere' }
    ) {
        $thrown = Get-ThrownError { Get-LuccaPortrait 874 -OutFile $Path }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromCmdlet"
        $thrown.Exception.Message | Should -Match $Why
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0
        Get-ChildItem -Force | Should -BeNullOrEmpty
    }

    It 'leaves nothing behind when there is no such portrait' {
        (Get-ThrownError { Get-LuccaPortrait no-such -OutFile . }).FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet"
        Get-ChildItem -Force | Should -BeNullOrEmpty
    }

    It 'takes a drive of PowerShell''s own and a name with brackets literally' {
        $null = New-PSDrive -Name Photos -PSProvider FileSystem -Root (Get-Location).ProviderPath
        (Get-LuccaPortrait 874 -OutFile 'Photos:/a [1].jpg').Name | Should -Be 'a [1].jpg'
        (Get-ChildItem).Name | Should -Be 'a [1].jpg'
    }

    It 'follows an employee to its portrait, and passes over one without' {
        $bytes = Get-LuccaEmployee 416 | Get-LuccaPortrait -AsByteArray
        , $bytes | Should -BeOfType [byte[]]
        $bytes[0..2] | Should -Be 0xFF, 0xD8, 0xFF
        $without = Get-LuccaEmployee | Where-Object { -not $_.Portrait } | Select-Object -First 1
        $without | Get-LuccaPortrait | Should -BeNullOrEmpty
        $without | Get-LuccaPortrait -Verbose 4>&1 | Should -Match 'no portrait'
    }

    It 'says that the file of an employee without a portrait was not written, and nothing of folders' {
        $without = Get-LuccaEmployee | Where-Object { -not $_.Portrait } | Select-Object -First 1
        $failure = Get-ThrownError { $without | Get-LuccaPortrait -OutFile x.jpg }
        $failure.FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet"
        $failure.ErrorDetails.Message | Should -Be "The employee $($without.Id) has no portrait, so 'x.jpg' was not written."
        $failure.TargetObject.Id | Should -Be $without.Id
        (Get-ThrownError { Get-LuccaPortrait $without.Name -OutFile x.jpg }).ErrorDetails.Message | Should -BeLike "*'x.jpg' was not written."
        $without | Get-LuccaPortrait -OutFile . 2>&1 | Should -BeNullOrEmpty
        $without | Get-LuccaPortrait -OutDirectory ./all 2>&1 | Should -BeNullOrEmpty
        Get-ChildItem -File -Force | Should -BeNullOrEmpty
    }

    It 'takes a row that Select-Object made of an employee for the employee, not for a portrait with the same id' {
        (Get-LuccaEmployee 416, 417 | Select-Object Id, Name | Get-LuccaPortrait).Employee.Id | Should -Be '416', '417'
        (Get-LuccaPortrait (Get-LuccaEmployee 416 | Select-Object Id, Name)).Employee.Id | Should -Be '416'
        $rows = Get-LuccaEmployee -First 40 | Select-Object Id, Name
        Clear-TestRequest
        $portraits = $rows | Get-LuccaPortrait
        (Get-TestRequest).Where{ $_.path -like '*/employees*' }.Count | Should -Be 1
        $portraits.Employee.Id | Should -BeIn $rows.Id
        (Get-ThrownError { Get-LuccaEmployee 416 | Select-Object Name, @{ n = 'Id'; e = { 99999 } } | Get-LuccaPortrait }).FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet"
    }

    It 'does not fetch a picture that is still good' {
        $first = Get-LuccaPortrait 874 -OutFile first.jpg
        Get-LuccaPortrait 874 -IfNoneMatch $first.ETag -OutFile second.jpg | Should -BeNullOrEmpty
        Test-Path second.jpg | Should -BeFalse
    }

    It 'works on the emulator in the process as well' {
        $session = Connect-Lucca -Emulator -SkipDefault
        (Get-LuccaPortrait 874 -OutFile . -Session $session).Name | Should -Be 'jdoe-800.jpeg'
    }
}
