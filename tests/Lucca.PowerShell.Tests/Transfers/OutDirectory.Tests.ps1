BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    $fromPortrait = 'Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
    function Get-ByteRequest { @(Get-TestRequest | Where-Object path -Match '/(portraits|files)/') }
}

AfterAll {
    Stop-TestServer
}

Describe 'An export' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
        Push-Location (New-Item -ItemType Directory TestDrive:/$(New-Guid))
    }

    AfterEach {
        Pop-Location
    }

    It 'makes its folder, names each picture after the employee, and goes on by -SkipExisting alone' {
        $files = Get-LuccaEmployee 416, 422 | Get-LuccaPortrait -OutDirectory ./people/photos -SkipExisting
        $files.Name | Should -Be '416.jpg', '422.jpg'
        (Get-ByteRequest).Count | Should -Be 2
        (Get-LuccaEmployee 416, 422, 462 | Get-LuccaPortrait -OutDirectory ./people/photos -SkipExisting).Name | Should -Be '416.jpg', '422.jpg', '462.jpg'
        (Get-ByteRequest).Count | Should -Be 3
        if (-not $IsWindows) { [int] [System.IO.File]::GetUnixFileMode((Resolve-Path people/photos).ProviderPath) | Should -Be 0x1C0 } # 0700
    }

    It 'names a picture by its own id when no employee is known' {
        (874 | Get-LuccaPortrait -OutDirectory photos).Name | Should -Be 'portrait-874.jpg'
        (Get-LuccaPortrait 874 | Get-LuccaPortrait -OutDirectory photos).Name | Should -Be '416.jpg'
    }

    It 'names each file after what refers to it, and goes on by -SkipExisting alone' {
        $employments = Get-LuccaEmployment -Employee 416 -Include links
        $first = @($employments | Get-LuccaFile -OutDirectory contracts -SkipExisting)
        $first.Count | Should -BeGreaterThan 0
        $first.Name | Should -Match '^employment-\w+-[a-z]+\.pdf$'
        $sent = (Get-ByteRequest).Count
        ($employments | Get-LuccaFile -OutDirectory contracts -SkipExisting).Name | Should -Be $first.Name
        (Get-ByteRequest).Count | Should -Be $sent
        $link = (Get-LuccaEmployee 416 -Include links).Links.portrait.Href
        (Get-LuccaFile $link -OutDirectory contracts).Name | Should -Match '^file-[0-9a-f-]{36}\.jpg$'
    }

    It 'takes names of your own as well' {
        (Get-LuccaEmployee 416 | Get-LuccaPortrait -OutDirectory photos -FileName '{FamilyName}').Name | Should -Be 'Doe.jpg'
    }

    It 'has one error for <What>, before anything is sent' -ForEach @(
        @{ What = 'a file without extension for many'; Do = { 874, 859 | Get-LuccaPortrait -OutFile photos }; Advice = '-OutDirectory' }
        @{ What = 'one file for two ids'; Do = { Get-LuccaPortrait 874, 859 -OutFile one.jpg }; Advice = '-OutDirectory' }
        @{ What = 'a folder and a file'; Do = { Get-LuccaPortrait 874 -OutFile one.jpg -OutDirectory photos }; Advice = 'Omit one' }
        @{ What = 'bytes and a folder'; Do = { Get-LuccaPortrait 874 -AsByteArray -OutDirectory photos }; Advice = 'Omit it' }
        @{ What = 'a name without a folder'; Do = { Get-LuccaPortrait 874 -FileName '{Id}' }; Advice = '-OutDirectory' }
        @{ What = '-SkipExisting with the server''s names'; Do = { Get-LuccaPortrait 874 -OutFile . -SkipExisting }; Advice = '-OutDirectory' }
    ) {
        $thrown = $Do | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromPortrait"
        $thrown.ErrorDetails.RecommendedAction | Should -Match $Advice
        @(Get-TestRequest).Count | Should -Be 0
        Get-ChildItem -Force | Should -BeNullOrEmpty
    }

    It 'ends when a second item comes for one file' {
        { 874, 859, 860 | Get-LuccaPortrait -OutFile one.jpg } | Should -Throw -PassThru |
            ForEach-Object { $_.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromPortrait"; $_.ErrorDetails.RecommendedAction | Should -Match '-OutDirectory' }
        (Get-ChildItem).Name | Should -Be 'one.jpg'
        @(Get-TestRequest).Count | Should -Be 1
    }

    It 'says what helps when the server gives two items one name' {
        Add-TestFault @{ Path = 'portraits'; Kind = 'ExtraHeaders'; Size = 1000; ContentType = 'image/jpeg'; Times = -1; Headers = @{ 'Content-Disposition' = 'attachment; filename="same.jpg"' } }
        $errors = $null
        $files = 874, 859 | Get-LuccaPortrait -OutFile . -ErrorAction SilentlyContinue -ErrorVariable errors
        @($files).Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be "LuccaFileExists,$fromPortrait"
        $errors[0].ErrorDetails.RecommendedAction | Should -Match '-OutDirectory'
        $errors[0].ErrorDetails.RecommendedAction | Should -Match '-FileName'
    }

    It 'is refused in place of a file' {
        Set-Content photos 'mine'
        { Get-LuccaPortrait 874 -OutDirectory photos } | Should -Throw -PassThru | ForEach-Object FullyQualifiedErrorId | Should -Be "LuccaFileError,$fromPortrait"
        Get-Content photos | Should -Be 'mine'
    }
}
