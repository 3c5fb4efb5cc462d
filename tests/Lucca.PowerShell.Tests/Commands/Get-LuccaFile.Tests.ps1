BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    $fromCmdlet = 'Lucca.PowerShell.Cmdlets.GetLuccaFileCommand'
    $employee = Get-LuccaEmployee 416 -Include links
    $link = $employee.Links.Portrait.Href
    $id = ([uri] $link.Reveal()).Segments[-1]
    $token = ([uri] $link.Reveal()).Query -replace '^\?token='
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaFile' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
        Push-Location (New-Item -ItemType Directory TestDrive:/$(New-Guid))
    }

    AfterEach {
        Pop-Location
    }

    It 'gets the file object by <How>' -ForEach @(
        @{ How = 'link from the pipeline'; Get = { $link | Get-LuccaFile } }
        @{ How = 'link as an argument'; Get = { Get-LuccaFile $link } }
        @{ How = 'link as text'; Get = { Get-LuccaFile -Link $link.Reveal() } }
        @{ How = 'link as URI'; Get = { Get-LuccaFile -Link ([uri] $link.Reveal()) } }
        @{ How = 'member of links'; Get = { Get-LuccaFile $employee.Links.Portrait } }
        @{ How = 'the object that refers to it'; Get = { $employee | Get-LuccaFile } }
        @{ How = 'id and token'; Get = { Get-LuccaFile -Id $id -Token $token } }
    ) {
        $file = & $Get
        $file | Should -BeOfType [Lucca.File]
        $file.Id | Should -Be $id
        (Get-TestRequest)[0].query | Should -Match 'token='
    }

    It 'gets the links of the file and its JSON' {
        $body = "{`"id`":`"$id`",`"type`":`"file`",`"links`":{`"self`":{`"href`":`"$($server.Uri)/lucca-api/files/$id`"}}}"
        Add-TestFault @{ Path = 'files/'; Kind = 'Replace'; Body = $body }
        $file = $link | Get-LuccaFile -Include links
        $file.Links.self.Href | Should -BeOfType [Lucca.LinkUri]
        $file.ToJson() | Should -BeExactly $body
        (Get-TestRequest)[0].query | Should -Match 'include=links'
    }

    It 'saves the content in a folder under the server''s name' {
        $file = $link | Get-LuccaFile -OutFile .
        $file | Should -BeOfType [System.IO.FileInfo]
        $file.Length | Should -BeGreaterThan 1000
        (Get-TestRequest)[0].headers.Accept | Should -Be 'application/octet-stream'
    }

    It 'asks for a preview and for a disposition' {
        , ($link | Get-LuccaFile -Preview -AsByteArray) | Should -BeOfType [byte[]]
        , ($link | Get-LuccaFile -Disposition attachment -AsByteArray) | Should -BeOfType [byte[]]
        $requests = Get-TestRequest
        $requests[0].headers.Accept | Should -Be 'images/*'
        $requests[1].query | Should -Match 'disposition=attachment'
    }

    It 'refuses -Include where no object comes: with -<Name>' -ForEach @(
        @{ Name = 'OutFile'; Value = '.' }
        @{ Name = 'OutDirectory'; Value = '.' }
        @{ Name = 'AsByteArray'; Value = $true }
    ) {
        $saving = @{ $Name = $Value }
        $thrown = Get-ThrownError { $link | Get-LuccaFile -Include links @saving }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        "$thrown" | Should -Match '-Include applies to objects'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'refuses a link to another host before anything is sent' {
        $thrown = Get-ThrownError { Get-LuccaFile -Link "https://evil.example/lucca-api/files/$($id)?token=$token" }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        $thrown.Exception.Message | Should -Match 'evil\.example'
        (Get-TestRequest -Token).Count | Should -Be 0
    }

    It 'refuses the malformed link <Malformed>' -ForEach @(
        @{ Malformed = 'no link' }
        @{ Malformed = 'http://127.0.0.1/x' }
    ) {
        (Get-ThrownError { Get-LuccaFile -Link $Malformed }).FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'says what to do with an object that came without links' {
        $thrown = Get-ThrownError { Get-LuccaEmployee 416 | Get-LuccaFile }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        $thrown.ErrorDetails.RecommendedAction | Should -Match '-Include links'
    }

    It 'needs a place for bytes' {
        $thrown = { $link | Get-LuccaFile -Preview } | Should -Throw -PassThru
        $thrown.ErrorDetails.RecommendedAction | Should -Match '-OutFile'
    }

    It 'is refused with a wrong token, which is not shown' {
        $wrong = 'wr0ngt0ken'
        $thrown = Get-ThrownError { Get-LuccaFile -Id $id -Token $wrong }
        $thrown.FullyQualifiedErrorId | Should -BeIn "LuccaForbidden,$fromCmdlet", "LuccaBadRequest,$fromCmdlet"
        "$($thrown.Exception)$($thrown | Format-List * -Force | Out-String)$($thrown.InvocationInfo.BoundParameters | ConvertTo-Json -Depth 6)" | Should -Not -Match $wrong
    }
}
