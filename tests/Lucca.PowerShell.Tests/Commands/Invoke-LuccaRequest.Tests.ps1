BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer
    $fromCmdlet = 'Lucca.PowerShell.Cmdlets.InvokeLuccaRequestCommand'
}

AfterAll {
    Stop-TestServer
}

Describe 'Invoke-LuccaRequest' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    It 'blames the path, not the scopes of the key, when the path is none' {
        $problem = Get-ThrownError { Invoke-LuccaRequest nope }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -Match "Unknown path 'nope'"
        "$problem $($problem.ErrorDetails.RecommendedAction)" | Should -Not -Match 'nope\.read|Grant|integration key'
    }

    It 'gets any path as an object, with the scope that the path suggests' {
        $department = Invoke-LuccaRequest departments/32
        $department.name | Should -Be 'Finances'
        $department.manager.id | Should -Be '416'
        (Invoke-LuccaRequest /lucca-api/portraits/874).id | Should -Be '874'
    }

    It 'sends the query, lists comma-separated' {
        $null = Invoke-LuccaRequest 'employees?limit=2' -Query @{ id = 401, 402; include = 'links' }
        $query = (Get-TestRequest)[0].query
        $query | Should -Match 'limit=2'
        $query | Should -Match 'id=401,402'
    }

    It 'negates a filter whose name begins with -' {
        $others = Invoke-LuccaRequest employees -Query @{ '-status' = 'active', 'upcoming'; limit = 100 }
        (Get-TestRequest)[0].query | Should -Match '[?&]-status=active,upcoming(&|$)'
        $others.items.status | Select-Object -Unique | Should -Be 'deactivated'
        (Invoke-LuccaRequest 'employees?-status=active&limit=100').items.status | Should -Not -Contain 'active'
    }

    It 'follows the pages and emits the items' {
        $items = Invoke-LuccaRequest departments -Query @{ limit = 7 } -FollowNextLink
        $items.Count | Should -Be 40
        ($items.id | Select-Object -Unique).Count | Should -Be 40
    }

    It 'sends a hashtable as JSON, after asking' {
        $body = @{ name = 'Neu é€漢'; webhookUrl = 'https://hooks.example.com/'; apiVersion = '2024-11-01'; topics = , 'ping' }
        Invoke-LuccaRequest webhook-endpoints -Method Post -Body $body -WhatIf | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -Be 0
        (Invoke-LuccaRequest webhook-endpoints -Method Post -Body $body).name | Should -BeExactly 'Neu é€漢'
        (Get-TestRequest)[0].json | Should -Match '"name":"Neu'
    }

    It 'gives status and headers, and error responses when asked' {
        $null = Invoke-LuccaRequest departments/32 -StatusCodeVariable status -ResponseHeadersVariable headers
        $status | Should -Be 200
        $headers.ETag | Should -Match '^W/'
        $response = Invoke-LuccaRequest departments/no-such -SkipHttpErrorCheck -StatusCodeVariable status
        $status | Should -Be 404
        $response.status | Should -Be 404
        $thrown = Get-ThrownError { Invoke-LuccaRequest departments/no-such }
        $thrown.FullyQualifiedErrorId | Should -Be "LuccaNotFound,$fromCmdlet"
        $thrown.TargetObject | Should -Be 'departments/no-such'
    }

    It 'saves the body' {
        (Invoke-LuccaRequest portraits/874 -Header @{ Accept = 'image/*' } -OutFile TestDrive:/p.jpg).Length | Should -BeGreaterThan 1000
    }

    It 'takes the whole address of a resource of the tenant' {
        $null = Connect-Lucca -Emulator -Name own -SkipDefault
        (Invoke-LuccaRequest (Get-LuccaDepartment 32 -Session own).Url -Session own).id | Should -Be '32'
        Disconnect-Lucca own
    }

    It 'refuses <Path>, which leads out of the API' -ForEach @(
        @{ Path = 'https://evil.example/x' }
        @{ Path = '{0}.evil.example/lucca-api/departments' }
        @{ Path = '{0}@evil.example/lucca-api/departments' }
        @{ Path = '{0}/connect/token' }
        @{ Path = '{0}/lucca-api/../connect/token' }
        @{ Path = '.. ' }
        @{ Path = '..%2f..%2fconnect/token' }
        @{ Path = '..%5cconnect/token' }
        @{ Path = '../connect/token' }
        @{ Path = 'departments/%2e%2e/x' }
        @{ Path = '/' }
    ) {
        (Get-ThrownError { Invoke-LuccaRequest ($Path -f $server.Uri.ToString().TrimEnd('/')) }).FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'keeps the session''s own headers' {
        (Get-ThrownError { Invoke-LuccaRequest departments -Header @{ Authorization = 'x' } }).FullyQualifiedErrorId | Should -Be "LuccaBadRequest,$fromCmdlet"
    }

    It 'shows no secret of a query: <What>' -ForEach @(
        @{ What = 'by its name'; Echo = 'tokenValue=h1dden2, h1dden4'; Query = { @{ tokenValue = 'h1dden2'; secretKey = 'h1dden3'; token = 'h1dden4' } } }
        @{ What = 'as SecureString'; Echo = 'h1dden \u00e9/& or h1dden%20%C3%A9%2F%26'; Query = { @{ apiKey = ConvertTo-SecureString 'h1dden é/&' -AsPlainText -Force } } }
        @{ What = 'several'; Echo = 'h1dden5'; Query = { @{ keys = (ConvertTo-SecureString 'h1dden5' -AsPlainText -Force), (ConvertTo-SecureString 'h1dden6' -AsPlainText -Force) } } }
        @{ What = 'a short one'; Echo = 'apiKey=h1d'; Query = { @{ apiKey = ConvertTo-SecureString 'h1d' -AsPlainText -Force } } }
    ) {
        $query = & $Query
        $debug = @{ Verbose = $true; Debug = $true }
        $written = @(
            Invoke-LuccaRequest departments -Query $query @debug *>&1
            Invoke-LuccaRequest departments -Query $query -FollowNextLink @debug *>&1
            Add-TestFault @{ path = 'departments'; kind = 'status'; status = 400; body = "{`"title`":`"Cannot read $Echo.`"}"; contentType = 'application/problem+json' }
            try { Invoke-LuccaRequest departments -Query $query @debug *>&1 } catch { $_ }
            Add-TestFault @{ path = 'departments'; kind = 'reset' }
            try { Invoke-LuccaRequest departments -Query $query @debug *>&1 } catch { $_ }
        ).ForEach{ $_ | Format-List * -Force | Out-String -Width 4096 } -join ''
        Clear-TestFault
        $written | Should -Match 'GET /lucca-api/departments\?.*\*\*\*'
        $written | Should -Match 'Cannot read .*\*\*\*'
        $written | Should -Not -Match 'h1d'
    }

    It 'shows what is no secret' {
        "$(Invoke-LuccaRequest departments -Query @{ token_type = 'jwt'; secretary = 'jane' } -Verbose 4>&1)" | Should -Match 'token_type=jwt'
    }

    It 'shows no file token in what it returns' {
        $employee = Invoke-LuccaRequest employees/416 -Query @{ include = 'links' }
        $employee | ConvertTo-Json -Depth 6 | Should -Match 'token=\*\*\*'
        ($employee.links.portrait.href | Get-LuccaFile).Id | Should -Not -BeNullOrEmpty
    }
}
