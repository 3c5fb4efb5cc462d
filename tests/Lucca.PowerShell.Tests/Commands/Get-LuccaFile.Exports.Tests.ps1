BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    function Get-FileRequest { @(Get-TestRequest | Where-Object path -Like '*/files/*') }
}

AfterAll {
    Stop-TestServer
}

Describe 'Whole exports with Get-LuccaFile' {
    BeforeEach {
        Clear-TestRequest
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    }

    It 'names the files of piped objects, and asks for none that is there' {
        $employees = Get-LuccaEmployee 401, 416 -Include links
        $files = $employees | Get-LuccaFile -OutFile $folder -FileName '{FamilyName}-{FileId}' -SkipExisting
        $files.Count | Should -Be 2
        $files[1].Name | Should -Match '^Doe-[0-9a-f-]{36}\.jpg$'
        (Get-FileRequest).Count | Should -Be 2
        ($employees | Get-LuccaFile -OutFile $folder -FileName '{FamilyName}-{FileId}' -SkipExisting).Name | Should -Be $files.Name
        (Get-FileRequest).Count | Should -Be 2
    }

    It 'never prints the token of a link that cannot be named' {
        $link = (Get-LuccaEmployee 416 -Include links).Links['portrait'].Href
        $failure = Get-ThrownError { Get-LuccaFile $link -OutFile $folder -FileName '{Nickname}' }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaFileCommand'
        $failure | Format-List * -Force | Out-String | Should -Not -Match ([regex]::Escape(($link.Reveal() -split 'token=')[1]))
        (Get-FileRequest).Count | Should -Be 0
    }
}
