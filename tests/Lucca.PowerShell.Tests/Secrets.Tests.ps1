BeforeDiscovery {
    # Each is run with -Verbose and -Debug, once on a tenant that answers and once on one that refuses.
    $deeds = @(
        @{ Name = 'Connect-Lucca'; Script = { Connect-Lucca $uri -Credential $credential -Name another -SkipDefault -RateLimit 0 } }
        @{ Name = 'Connect-Lucca with the wrong secret'; Script = { Connect-Lucca $uri -Credential ([pscredential]::new('somebody', $credential.Password)) -Name wrong -SkipDefault -RateLimit 0 } }
        @{ Name = 'Connect-Lucca -AccessToken'; Script = { Connect-Lucca $uri -AccessToken $accessToken -Name given -SkipDefault -RateLimit 0; Get-LuccaDepartment 32 -Session given; Get-LuccaEmployee 401 -Session given } }
        @{ Name = 'Connect-Lucca -FromEnvironment'; Script = { Connect-Lucca -FromEnvironment -Name environment -SkipDefault -RateLimit 0 } }
        @{ Name = 'Connect-Lucca -SecretName'; Script = { function Get-Secret { param($Name) $credential }; Connect-Lucca $uri -SecretName lucca -Name vault -SkipDefault -RateLimit 0 } }
        @{ Name = 'Connect-Lucca with an address that carries credentials'; Script = { Connect-Lucca $uri.Replace('http://', "https://emulator:$([uri]::EscapeDataString($secret))@") -Credential $credential } }
        @{ Name = 'Get-LuccaSession'; Script = { Get-LuccaSession; Get-LuccaSession nobody } }
        @{ Name = 'Disconnect-Lucca'; Script = { Connect-Lucca $uri -Credential $credential -Name leaving -SkipDefault -RateLimit 0; Disconnect-Lucca leaving; Get-LuccaDepartment 32 -Session leaving } }
        @{ Name = 'Get-LuccaDepartment'; Script = { Get-LuccaDepartment 32, no-such; Get-LuccaDepartment -First 2 -Include links, embedded } }
        @{ Name = 'Get-LuccaEmployee -Include links'; Script = { Get-LuccaEmployee -First 2 -Include links; Get-LuccaEmployee 401 -Include links } }
        @{ Name = 'Get-LuccaPortrait'; Script = { Get-LuccaPortrait $portrait, no-such -Include links; Get-LuccaPortrait $portrait -OutFile $folder -Force } }
        @{ Name = 'Get-LuccaFile by id and token'; Script = { Get-LuccaFile -Id $fileId -Token $fileToken; Get-LuccaFile -Id $fileId -Token $fileToken -OutFile $folder -Force } }
        @{ Name = 'Get-LuccaFile with the token of another file'; Script = { Get-LuccaFile -Id ([guid]::Empty) -Token $fileToken } }
        @{ Name = 'Get-LuccaFile by a link as text'; Script = { Get-LuccaFile -Link $link -Include links; Get-LuccaFile $link -OutFile $folder -Force; Get-LuccaFile $link -OutFile "$folder/missing/x" } }
        @{ Name = 'Get-LuccaFile by piped links'; Script = { $link | Get-LuccaFile; $link.Replace($fileId, 'no-such-id') | Get-LuccaFile; [uri] $link | Get-LuccaFile; $link | Get-LuccaFile -OutFile "$folder/missing/x" } }
        @{ Name = 'Get-LuccaFile by a link to another host'; Script = { Get-LuccaFile -Link $link.Replace('127.0.0.1', 'evil.example'); $link.Replace('127.0.0.1', 'evil.example') | Get-LuccaFile } }
        @{ Name = 'Get-LuccaFile by a link that is none'; Script = { Get-LuccaFile -Link $link.Replace('/lucca-api/', '/elsewhere/'); $link.Replace('http:', 'ftp:') | Get-LuccaFile } }
        @{ Name = 'Get-LuccaFile by employees'; Script = { Get-LuccaEmployee 401 -Include links | Get-LuccaFile; Get-LuccaEmployee 401 | Get-LuccaFile } }
        @{ Name = 'Send-LuccaFile'; Script = { Send-LuccaFile $upload; Send-LuccaFile "$folder/missing" } }
        @{ Name = 'Invoke-LuccaRequest'; Script = { Invoke-LuccaRequest 'employees/401?include=links'; Invoke-LuccaRequest 'employees?include=links&limit=2' -FollowNextLink | Select-Object -First 2; Invoke-LuccaRequest departments/no-such } }
        @{ Name = 'Invoke-LuccaRequest for a file'; Script = { Invoke-LuccaRequest "files/${fileId}?token=$fileToken" -ResponseHeadersVariable seen; $seen; Invoke-LuccaRequest "files/no-such?token=$fileToken" } }
        @{ Name = 'Invoke-LuccaRequest with a token in its query'; Script = { Invoke-LuccaRequest "files/$fileId" -Query @{ token = $secureFileToken }; Invoke-LuccaRequest files/no-such -Query @{ token = $fileToken } } }
        @{ Name = 'Invoke-LuccaRequest with a header that is not for users'; Script = { Invoke-LuccaRequest departments -Header @{ Authorization = $secureFileToken } } }
        @{ Name = 'a token endpoint that echoes what it was sent'; Script = { Connect-Lucca $uri -Credential $credential -Name echoed -SkipDefault -RateLimit 0 -TokenUri "$uri/connect/token?echo" } }
    )
}

BeforeAll {
    Import-Module $PSScriptRoot/TestTenant.psm1 -Force
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
    $seenTokens = { (Get-TestRequest).headers.authorization | ForEach-Object { $_ -replace '^Bearer ' } | Where-Object { $_ } | Sort-Object -Unique }
    $accessToken = ConvertTo-SecureString @(& $seenTokens)[0] -AsPlainText -Force

    # The JSON of an error holds all of reflection, and that of a file the whole disk: the parts of an error are read one by one instead.
    function Read-Json($Object) {
        if ($Object -is [System.IO.FileSystemInfo]) { return }
        try { $Object | ConvertTo-Json -Depth 6 -WarningAction SilentlyContinue } catch { "no JSON: $_" }
    }

    # All there is to read of an object, in the ways in which people look at it.
    function Read-Everything($Object) {
        $Object | Out-String -Width 4096
        if ($Object -is [System.Management.Automation.InformationalRecord]) { return $Object.Message }
        $Object | Format-List * -Force | Out-String -Width 4096
        if ($Object -isnot [System.Management.Automation.ErrorRecord]) { Read-Json $Object }
        if ($Object -is [System.Management.Automation.ErrorRecord]) {
            $Object.InvocationInfo | Format-List * -Force | Out-String -Width 4096
            foreach ($value in $Object.InvocationInfo.BoundParameters.Values) {
                "$value"
                $value | Format-List * -Force | Out-String -Width 4096
                Read-Json $value
                if ($value -is [System.Collections.IDictionary]) { $value.Values | ForEach-Object { "$_" } }
            }
            $Object.InvocationInfo.UnboundArguments | Format-List * -Force | Out-String
            $Object.TargetObject | Format-List * -Force | Out-String -Width 4096
            "$($Object.TargetObject) $($Object.CategoryInfo) $($Object.ErrorDetails) $($Object.ErrorDetails.RecommendedAction)"
            for ($exception = $Object.Exception; $exception; $exception = $exception.InnerException) {
                "$exception"
                $exception | Format-List * -Force | Out-String -Width 4096
                $exception.Data.Values | Out-String -Width 4096
            }
        }
    }

    # Runs a deed, reads all it wrote and all errors, and says which secrets occur. The secrets themselves are not printed.
    function Find-Leak([scriptblock] $Deed) {
        $global:Error.Clear()
        $written = & {
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $PSDefaultParameterValues = @{ '*-Lucca*:Verbose' = $true; '*-Lucca*:Debug' = $true; 'Connect-Lucca:MaxRetry' = 0 }
            try { & $Deed *>&1 } catch { $_ }
        }
        $text = @($written; @($global:Error)) | ForEach-Object { Read-Everything $_ } | Out-String -Width 100000
        $secrets = [ordered]@{ 'the client secret' = 's3cr'; 'the file token' = $fileToken; "the file token's signature" = $fileToken.Split('.')[1] }
        foreach ($token in & $seenTokens) { $secrets["an access token ($($secrets.Count))"] = $token }
        foreach ($kind in $secrets.Keys) {
            $at = $text.IndexOf($secrets[$kind], [StringComparison]::OrdinalIgnoreCase)
            if ($at -ge 0) { "$kind after: $($text.Substring([Math]::Max(0, $at - 120), [Math]::Min(120, $at)) -replace '\s+', ' ')" }
        }

        $script:length = $text.Length
    }
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
        Find-Leak { Write-Verbose "$secret $fileToken $(@(& $seenTokens)[0])" } | Should -HaveCount 4
    }

    It 'stay out of all that <Name> writes' -ForEach $deeds {
        Add-TestFault @{ Path = '/connect/token.echo'; Kind = 'Status'; Status = 400; Times = -1; Body = "{""error"":""invalid_request"",""error_description"":""Cannot read grant_type=client_credentials&client_secret=$([uri]::EscapeDataString($secret))&scope=x""}" }
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
