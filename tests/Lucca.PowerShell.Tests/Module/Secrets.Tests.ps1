BeforeDiscovery {
    . $PSScriptRoot/Secrets.Deeds.ps1
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $uri = $server.Uri
    $secret = 's3cr&t+/=é%'
    Set-TestTenant @{ ClientSecret = $secret }
    $credential = Get-TestCredential -Secret $secret
    $null = Connect-Lucca $uri -Credential $credential -RateLimit 0 -MaxRetry 0
    $env:LUCCA_URI, $env:LUCCA_CLIENT_ID, $env:LUCCA_CLIENT_SECRET = $uri, 'emulator', $secret

    $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'files')).FullName
    $upload = Join-Path $TestDrive 'upload.txt'
    Set-Content $upload 'a text'
    $employee = Get-LuccaEmployee -Include links | Where-Object { $_.Links['portrait'].Href.HasToken } | Select-Object -First 1
    $portrait = $employee.Portrait.Id
    $link = $employee.Links['portrait'].Href.Reveal()
    $fileId = ([uri] $link).Segments[-1]
    $fileToken = [uri]::UnescapeDataString($link.Split('token=')[1])
    $secureFileToken = ConvertTo-SecureString $fileToken -AsPlainText -Force
    $known = [System.Collections.Generic.HashSet[string]]::new()
    $seenTokens = {
        (Get-TestRequest).headers.authorization | ForEach-Object { $_ -replace '^Bearer ' } | Where-Object { $_ } | ForEach-Object { $null = $known.Add($_) }
        Clear-TestRequest
        $known
    }
    $accessToken = ConvertTo-SecureString @(& $seenTokens)[0] -AsPlainText -Force

    # As HTTPS_PROXY in the environment is read, which .NET does once in a process.
    $noProxy = [System.Net.Http.HttpClient]::DefaultProxy
    $environmentProxy = [System.Net.WebProxy]::new([uri] "http://somebody:$([uri]::EscapeDataString($secret))@$($server.Uri -replace '^http://')")

    $echo = '{"title":"No","detail":"{\"secret\":\"whsec_echoed\"}","secret":"whsec_echoed"}'
    . $PSScriptRoot/Secrets.Leaks.ps1
}

AfterAll {
    Remove-Item Env:LUCCA_URI, Env:LUCCA_CLIENT_ID, Env:LUCCA_CLIENT_SECRET -ErrorAction Ignore
    Stop-TestServer
}

Describe 'Secrets' {
    BeforeEach {
        Clear-TestFault
    }

    It 'are known to this test' {
        @(& $seenTokens).Count | Should -BeGreaterOrEqual 1
        $fileToken | Should -Match '^eyJ.+\..+'
        $webhook = (New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie ping).Secret | ConvertFrom-SecureString -AsPlainText
        Find-Leak { Write-Verbose "$secret $fileToken $(@(& $seenTokens)[0]) $webhook" } | Should -HaveCount 5
    }

    It 'are looked for in every command' {
        . $PSScriptRoot/Secrets.Deeds.ps1
        $driven = $deeds.Script.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true).ForEach{ $_.GetCommandName() }
        (Get-Command -Module Lucca).Name.Where{ $_ -notin $driven } | Should -BeNullOrEmpty -Because 'a command without a line in Secrets.Deeds.ps1 may leak'
    }

    It 'stay out of all that <Name> writes' -ForEach $deeds {
        Add-TestFault @{ Path = '/connect/token.echo'; Kind = 'Status'; Status = 400; Times = -1; Body = "{""error"":""invalid_request"",""error_description"":""Cannot read grant_type=client_credentials&client_secret=$([uri]::EscapeDataString($secret))&scope=x""}" }
        Add-TestFault @{ Path = '/connect/token.repeat'; Kind = 'Status'; Status = 400; Times = -1; Body = @{ error = 'invalid_client'; error_description = "$secret is not the secret" } | ConvertTo-Json -EscapeHandling EscapeHtml }
        Find-Leak $Script | Should -BeNullOrEmpty
        $script:length | Should -BeGreaterThan 100
    }

    It 'stay out of all that <Name> writes when the server fails' -ForEach $deeds {
        Add-TestFault @{ Path = '/connect/token'; Skip = 1; Kind = 'Status'; Status = 500; Times = -1; Body = '{"title":"no"}'; ContentType = 'application/problem+json' }
        Add-TestFault @{ Path = '/lucca-api/'; Kind = 'Status'; Status = 400; Times = 1; Body = "{""title"":""Cannot serve /lucca-api/files/1?token=$fileToken to Bearer $(@(& $seenTokens)[0])""}"; ContentType = 'application/problem+json' }
        Add-TestFault @{ Path = '/lucca-api/'; Kind = 'Html'; Times = 1 }
        Add-TestFault @{ Path = '/lucca-api/'; Kind = 'Reset'; Times = -1 }
        Find-Leak $Script | Should -BeNullOrEmpty
    }
}
