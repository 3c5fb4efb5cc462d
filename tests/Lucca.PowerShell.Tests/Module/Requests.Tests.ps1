# What is sent is what was meant, and what comes back is taken for no more than it is.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer -Argument '--departments', 250, '--employees', 400
    $null = Connect-TestServer

    # A socket that answers nothing and keeps what it was sent.
    function Start-DeafProxy {
        $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $listener.Start()
        $listener
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'Headers' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'lets no entity tag, header or file name become a request of its own: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaDepartment 1 -IfNoneMatch $smuggled' }
        @{ Line = 'Get-LuccaDepartment 1 -IfMatch $smuggled' }
        @{ Line = 'Get-LuccaDepartment -First 5 -IfNoneMatch $smuggled' }
        @{ Line = 'Get-LuccaPortrait 874 -IfNoneMatch $smuggled' }
        @{ Line = 'Set-LuccaWebhookEndpoint 1 -Name New -IfMatch $smuggled' }
        @{ Line = 'Invoke-LuccaRequest departments -Header @{ "X-Note" = $smuggled }' }
        @{ Line = 'Invoke-LuccaRequest departments -Header @{ $smuggled = "a" }' }
        @{ Line = 'Invoke-LuccaRequest departments -Header @{ Accept = $smuggled }' }
        @{ Line = 'Invoke-LuccaRequest departments -Header @{ "X-Note" = "café" }' }
        @{ Line = 'Invoke-LuccaRequest departments -Header @{ "Content-Type" = "text/plain" }' }
        @{ Line = 'Invoke-LuccaRequest departments -Header @{ "X-Note" = $null }' }
        @{ Line = 'Send-LuccaFile -Content ([byte[]] 1) -FileName "a`r`nContent-Type: text/html.txt"' }
    ) {
        $smuggle = '$smuggled = "x`r`n`r`nDELETE /lucca-api/webhook-endpoints/1 HTTP/1.1`r`nHost: h"'
        $seen = Get-ThrownError ([scriptblock]::Create("$smuggle; $Line"))
        $seen.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $seen.ErrorDetails.Message | Should -BeLike '*Nothing was sent.'
        (Get-TestRequest).Count | Should -Be 0
        (Get-LuccaDepartment 1).Id | Should -Be '1' -Because 'nothing is left over on the connection'
    }

    It 'takes an entity tag as a file holds it' {
        Set-Content TestDrive:/etag.txt (Get-LuccaDepartment 32).ETag
        Get-LuccaDepartment 32 -IfNoneMatch (Get-Content -Raw TestDrive:/etag.txt) | Should -BeNullOrEmpty
        (Get-LuccaDepartment 32 -IfMatch (Get-Content -Raw TestDrive:/etag.txt)).Id | Should -Be '32'
    }

    It 'refuses a version that is no header' {
        $thrown = { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -ApiVersion "20`r`n24" } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        (Get-TestRequest -Token).Count | Should -Be 0
    }
}

Describe 'Days' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'takes <Given> for the same day in every culture' -ForEach @(
        @{ Given = '2025-04-03' }
        @{ Given = '2025-04-03T23:30:00' }
        @{ Given = '2025-04-03T23:30:00+02:00' }
        @{ Given = '2025-04-03T23:30:00.1234567-11:00' }
        @{ Given = '2025-04-03T00:00:00Z' }
        @{ Given = [datetime]::new(2025, 4, 3) }
        @{ Given = [psobject] [datetime]::new(2025, 4, 3, 23, 0, 0) }
        @{ Given = [System.DateOnly]::new(2025, 4, 3) }
        @{ Given = [System.DateTimeOffset]::new(2025, 4, 3, 1, 0, 0, [timespan]::FromHours(9)) }
    ) {
        foreach ($culture in 'fr-FR', 'en-US', '') {
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = $culture
                $null = Get-LuccaEmployment -EndsBefore $Given
            }
            finally { [cultureinfo]::CurrentCulture = $before }
        }
        (Get-TestRequest).query | Should -Match 'end\.date\.between=\.\.--2025-04-03'
    }

    It 'refuses <_>, and says what to write' -ForEach '03/04/2025', '3.4.2025', '04-03-2025', '20250403', '2025-4-3', 'April 3', '2025-04-03 10:00' {
        $given = $_
        foreach ($culture in 'fr-FR', 'en-US') {
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = $culture
                $seen = Get-ThrownError { Get-LuccaEmployment -EndsBefore $given }
            }
            finally { [cultureinfo]::CurrentCulture = $before }
            $seen.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
            $seen.Exception.Message | Should -Match 'yyyy-MM-dd'
        }
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'takes timestamps in the same forms' {
        (Get-ThrownError { Get-LuccaEvent -After '03/04/2025' }).Exception.Message | Should -Match 'yyyy-MM-dd'
        (Get-TestRequest).Count | Should -Be 0
        foreach ($moment in '2025-04-03', '2025-04-03T10:00:00', '2025-04-03T10:00:00+02:00', [datetime]::new(2025, 4, 3)) { { Get-LuccaEvent -After $moment } | Should -Not -Throw }
    }

    It 'spells a day in a query of one''s own as the API does' {
        $null = Invoke-LuccaRequest employments -Query @{ 'end.date.between' = '..'; a = [datetime] '2025-04-03'; b = [System.DateOnly]::new(2025, 4, 3); c = [System.DateTimeOffset]::new(2025, 4, 3, 1, 2, 3, [timespan]::FromHours(2)) } -SkipHttpErrorCheck
        [uri]::UnescapeDataString((Get-TestRequest)[0].query) | Should -Match '(?=.*\ba=2025-04-03(&|$))(?=.*\bb=2025-04-03(&|$))(?=.*\bc=2025-04-03T01:02:03\+02:00(&|$))'
    }
}

Describe 'Lists' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'keeps a condition on a page, and refuses it on more' {
        $null = Invoke-LuccaRequest departments -Query @{ limit = 5 } -ResponseHeadersVariable headers
        $notes = Get-LuccaDepartment -First 5 -IfNoneMatch $headers.ETag[0] -Verbose 4>&1
        @($notes).Where{ $_ -isnot [System.Management.Automation.VerboseRecord] } | Should -BeNullOrEmpty
        "$notes" | Should -Match 'Not modified since that ETag'
        (Get-LuccaDepartment -First 5 -IfNoneMatch 'W/"other"').Count | Should -Be 5
        Clear-TestRequest
        (Get-ThrownError { Get-LuccaDepartment -IfNoneMatch 'W/"x"' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaDepartment -Tree -IfMatch 'W/"x"' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaEvent -CloudEvents -IfMatch 'W/"x"' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaEvent -Topic *.created -First 5 -IfMatch 'W/"x"' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'takes any number of values of a filter' {
        $all = (Get-LuccaEmployee).Id
        (Get-LuccaEmployee -Department (1..250)).Id | Should -Be $all
        (Get-LuccaEmployee -Department (1..250) -Skip 95 -First 20).Id | Should -Be $all[95..114]
        (Get-LuccaEmployee -Department (1..250) -Sort '-id' -First 3).Id | Should -Be $all[-1..-3]
        $mails = (Get-LuccaEmployee).Email.Where{ $_ }
        (Get-LuccaEmployee -Email $mails).Email | Should -Be $mails
        $counted = Get-LuccaEmployee -Department (1..250) -First 1 -IncludeTotalCount
        "$($counted[0])" | Should -Match '\b400\b'
        Clear-TestRequest
        (Get-ThrownError { Get-LuccaEmployee -Department (1..250) -Sort familyName }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'takes a window of what belongs to any number of objects' {
        $all = (Get-LuccaEmployee).Id
        (Get-LuccaDepartment | Get-LuccaEmployee -Skip 95 -First 20).Id | Should -Be $all[95..114]
    }
}

Describe 'Responses' {
    BeforeEach {
        Clear-TestRequest
        Clear-TestFault
    }

    AfterAll {
        Clear-TestFault
    }

    It 'reads keys of any kind' {
        Add-TestFault @{ Path = 'departments'; Kind = 'Replace'; Body = '{"\ud800":1,"psobject":2,"PSTypeNames":3,"":4,"a":5}' }
        $response = Invoke-LuccaRequest departments
        $response.a | Should -Be 5
        $response._psobject | Should -Be 2
        @($response.PSObject.Properties.Name).Count | Should -Be 4
        Add-TestFault @{ Path = 'departments'; Kind = 'Replace'; Body = '{"id":"1","psobject":2}' }
        (Get-LuccaDepartment 1).Id | Should -Be '1'
    }

    It 'reads half a character, in a name or a value, as the one that stands for what is none' {
        $body = '{"id":"1","name":"A\ud83d\ude00B\ud800 \\ud800","\ud800":"x","psobject":2}'
        Add-TestFault @{ Path = 'departments/1'; Kind = 'Replace'; Body = $body }
        $department = Get-LuccaDepartment 1
        $department.Name | Should -BeExactly "A$([char]::ConvertFromUtf32(0x1f600))B$([char] 0xfffd) \ud800"
        $department."$([char] 0xfffd)" | Should -Be 'x'
        $department._psobject | Should -Be 2
        $department.ToJson() | Should -BeExactly $body
    }

    It 'reads JSON with a byte order mark' {
        Add-TestFault @{ Path = 'departments'; Kind = 'Replace'; Body = [char] 0xfeff + '{"a":5}' }
        (Invoke-LuccaRequest departments).a | Should -Be 5
    }

    It 'warns once of what goes away' {
        Add-TestFault @{ Path = 'lucca-api'; Kind = 'ExtraHeaders'; Times = -1; Headers = @{ Deprecation = '@1688169599'; Sunset = 'Sat, 31 Dec 2033 23:59:59 GMT' } }
        $null = Connect-TestServer @{ Name = 'fresh' }
        $warnings = @(Get-LuccaDepartment 1 -WarningVariable seen 3>$null; Get-LuccaDepartment 2 -WarningVariable +seen 3>$null; $seen).Where{ $_ -is [System.Management.Automation.WarningRecord] }
        $warnings.Count | Should -Be 1
        "$warnings" | Should -Match '/lucca-api/departments is deprecated as of 2023-06-30 and goes away on 2033-12-31'
    }

    It 'takes a write that is answered without a body for done' {
        Add-TestFault @{ Path = 'webhook-endpoints|files'; Kind = 'Status'; Status = 204; Times = -1 }
        $errors = @()
        Set-LuccaWebhookEndpoint 1 -Name New -PassThru -ErrorVariable +errors | Should -BeNullOrEmpty
        Send-LuccaFile -Content ([byte[]] 1) -FileName a.txt -ErrorVariable +errors | Should -BeNullOrEmpty
        New-LuccaWebhookEndpoint -Name a -WebhookUrl https://hooks.example.com -Topic ping -ErrorVariable +errors -WarningVariable warned 3>$null | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
        "$warned" | Should -Match 'did not send its secret'
    }

    It 'lets no control character of the server''s reach the console' {
        Add-TestFault @{ Path = 'departments'; Kind = 'Status'; Status = 400; ContentType = 'application/problem+json'; Body = '{"title":"\u001b[31mred\u001b]0;t\u0007\u009b2J"}' }
        $seen = Get-ThrownError { Get-LuccaDepartment 1 }
        "$seen $($seen.Exception) $($seen | Format-List * -Force | Out-String)" | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1a\x7f-\x9f]'
        "$seen" | Should -Not -Match "`e"
    }
}

Describe 'Proxies' {
    It 'go without credentials of their own only when they are named' {
        foreach ($line in { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -ProxyCredential (Get-TestCredential) }, { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -ProxyUseDefaultCredentials }) {
            $thrown = $line | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
            $thrown.Exception.Message | Should -Match 'needs -Proxy'
        }
        $thrown = { Connect-Lucca example.ilucca.net -Credential (Get-TestCredential) -Proxy 127.0.0.1:9 -ProxyCredential (Get-TestCredential) -ProxyUseDefaultCredentials } | Should -Throw -PassThru
        $thrown.Exception.Message | Should -Match 'cannot be combined'
    }

    It 'see nothing of what goes to this machine, although the environment names one' {
        $proxy = Start-DeafProxy
        try {
            $script = "Import-Module '$(Resolve-Path $PSScriptRoot/../../../out/Lucca/Lucca.psd1)'
                `$null = Connect-Lucca $($server.Uri) -Credential ([pscredential]::new('emulator', (ConvertTo-SecureString emulator-secret -AsPlainText -Force))) -TimeoutSec 20 -MaxRetry 0
                (Get-LuccaDepartment 32).Name"
            $env:http_proxy = $env:https_proxy = $env:all_proxy = "http://$($proxy.LocalEndpoint)"
            Invoke-Pwsh -Command $script | Should -Be 'Finances'
            $proxy.Pending() | Should -BeFalse
        }
        finally {
            Remove-Item env:http_proxy, env:https_proxy, env:all_proxy -ErrorAction Ignore
            $proxy.Stop()
        }
    }
}
