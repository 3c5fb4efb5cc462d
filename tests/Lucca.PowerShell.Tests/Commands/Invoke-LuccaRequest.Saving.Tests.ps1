BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer @{ MaxRetry = 0 }
    $fromCmdlet = 'Lucca.PowerShell.Cmdlets.InvokeLuccaRequestCommand'
}

AfterAll {
    Stop-TestServer
}

Describe 'Invoke-LuccaRequest -OutFile' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
        $status = $headers = $null
        Push-Location (New-Item -ItemType Directory TestDrive:/$(New-Guid))
    }

    AfterEach {
        Pop-Location
    }

    It 'gives status and headers' {
        $file = Invoke-LuccaRequest portraits/874 -Header @{ Accept = 'image/*' } -OutFile p.jpg -StatusCodeVariable status -ResponseHeadersVariable headers
        $file.Length | Should -BeGreaterThan 1000
        $status | Should -Be 200
        $headers['Content-Type'] | Should -Match '^image/jpeg'
    }

    It 'gives the status when nothing is new' {
        $tag = (Invoke-LuccaRequest departments/32 -OutFile d.json).ETag
        Invoke-LuccaRequest departments/32 -Header @{ 'If-None-Match' = $tag } -OutFile d.json -Force -StatusCodeVariable status | Should -BeNullOrEmpty
        $status | Should -Be 304
        Get-Content d.json -Raw | Should -Match 'Finances'
    }

    It 'takes an error response for a response when asked, and lets no file hold it' {
        Set-Content old.json 'the old one' -NoNewline
        $response = Invoke-LuccaRequest departments/no-such -OutFile old.json -Force -SkipHttpErrorCheck -StatusCodeVariable status -ResponseHeadersVariable headers
        $response.status | Should -Be 404
        $status | Should -Be 404
        $headers['Content-Type'] | Should -Match 'json'
        Get-Content old.json -Raw | Should -Be 'the old one'
        (Get-ThrownError { Invoke-LuccaRequest departments/no-such -OutFile new.json }).FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet"
        (Get-ChildItem -Force).Name | Should -Be 'old.json'
    }

    It 'does not let a second path replace the first' {
        $thrown = { 'departments/1', 'departments/2' | Invoke-LuccaRequest -OutFile one.json -Force } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-Content one.json -Raw | ConvertFrom-Json).id | Should -Be '1'
    }

    It 'goes neither with -FollowNextLink nor with HEAD' {
        foreach ($more in @{ FollowNextLink = $true }, @{ Method = 'Head' }) {
            { Invoke-LuccaRequest departments -OutFile all.json @more } | Should -Throw -PassThru | ForEach-Object FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        }
        (Get-TestRequest).Count | Should -Be 0
    }
}

Describe 'Invoke-LuccaRequest' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    It 'brings the head alone when asked for it' {
        Add-TestFault @{ Path = 'departments/32'; Method = 'HEAD'; Kind = 'ExtraHeaders'; Body = '{"id":"32"}'; ContentType = 'application/json'; Headers = @{ ETag = 'W/"7"' } }
        Invoke-LuccaRequest departments/32 -Method Head -StatusCodeVariable status -ResponseHeadersVariable headers | Should -BeNullOrEmpty
        $status | Should -Be 200
        $headers.ETag | Should -Be 'W/"7"'
        (Get-TestRequest)[0].method | Should -Be 'HEAD'
    }

    It 'brings the head alone of the emulator too, in the process and over HTTP' {
        $own = Connect-Lucca -Emulator -SkipDefault
        foreach ($with in @{ Session = $own }, @{ }) {
            Invoke-LuccaRequest departments/32 -Method Head -StatusCodeVariable status -ResponseHeadersVariable headers @with | Should -BeNullOrEmpty
            $status | Should -Be 200
            $headers.ETag | Should -Match '^W/'
            $headers['Content-Type'] | Should -Match 'json'
        }
        $own | Disconnect-Lucca
    }

    It 'brings the status of a head that is refused' {
        Add-TestFault @{ Path = 'departments/0'; Method = 'HEAD'; Kind = 'Status'; Status = 404; Body = '{"status":404}' }
        Invoke-LuccaRequest departments/0 Head -SkipHttpErrorCheck -StatusCodeVariable status | Should -BeNullOrEmpty
        $status | Should -Be 404
    }

    It 'sends a body of many levels whole' {
        $body = @{ name = 'deepest' }
        1..30 | ForEach-Object { $body = @{ name = 'x'; inner = $body } }
        $null = Invoke-LuccaRequest webhook-endpoints POST -Body $body -ErrorAction SilentlyContinue
        (Get-TestRequest)[0].json | Should -Match 'deepest'
    }

    It 'refuses a body <What>, and sends no part of it' -ForEach @(
        @{ What = 'that is too deep'; Body = & { $body = @{ name = 'deepest' }; 1..70 | ForEach-Object { $body = @{ inner = $body } }; $body } }
        @{ What = 'that refers to itself'; Body = & { $body = @{ name = 'x' }; $body.self = $body; $body } }
    ) {
        $thrown = { Invoke-LuccaRequest departments POST -Body $Body -WarningAction SilentlyContinue } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        $thrown.Exception.Message | Should -Match 'refers to itself, or is nested deeper than 64'
        (Get-TestRequest).Count | Should -Be 0
    }
}
