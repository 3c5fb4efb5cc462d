BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer

    # Runs a script in a PowerShell of its own, with the module imported; gives what it printed.
    function Invoke-InChild([string] $Script, [switch] $Interactive) {
        $module = Join-Path (Get-Module Lucca).ModuleBase 'Lucca.psd1'
        $arguments = @($(if (-not $Interactive) { '-NonInteractive' })) + '-Command', "Import-Module '$module'; $Script"
        (Invoke-Pwsh @arguments 2>&1 | Out-String) -replace '\e\[[\d;]*m'
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'Connect-Lucca -SecretName' {
    AfterEach {
        Remove-Item function:Get-Secret -ErrorAction Ignore
    }

    It 'takes the key from whatever Get-Secret there is' {
        $global:asked = $null
        function global:Get-Secret { param($Name, $Vault) $global:asked = "$Name of $Vault"; Get-TestCredential }
        $session = Connect-Lucca $server.Uri -SecretName lucca -Vault work
        $session.ClientId | Should -Be 'emulator'
        $global:asked | Should -Be 'lucca of work'
    }

    It 'says so when the secret is no credential' {
        function global:Get-Secret { param($Name) ConvertTo-SecureString 'just-text' -AsPlainText -Force }
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -SecretName lucca }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $problem.TargetObject | Should -Be 'lucca'
        "$problem" | Should -Match 'is not a credential\. Store one with: Set-Secret'
        "$problem" | Should -Not -Match 'just-text'
    }

    It 'says what the vault says when there is no such secret' {
        function global:Get-Secret { [CmdletBinding()] param($Name) Write-Error "The secret $Name was not found." }
        "$(Get-ThrownError { Connect-Lucca $server.Uri -SecretName nosuch })" | Should -Match "Get-Secret did not find 'nosuch': The secret nosuch was not found"
    }

    It 'says what to install when there is no Get-Secret' {
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -SecretName lucca }
        "$problem" | Should -Match 'Get-Secret is not installed\. Install it with: Install-Module Microsoft\.PowerShell\.SecretManagement'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'An error of signing in says what is wrong and where to fix it' {
    It 'the host' {
        $problem = Get-ThrownError { Connect-Lucca nosuch.invalid -Credential (Get-TestCredential) }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaUnavailable,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -Match 'Cannot resolve host .nosuch\.invalid.\. Nothing was sent'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'spelling of the host'
    }

    It 'the client id or the secret' {
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential (Get-TestCredential -Secret wrong-one) }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -Match "refused the client id 'emulator' or its client secret"
        "$problem" | Should -Not -Match 'wrong-one'
        $problem.ErrorDetails.RecommendedAction | Should -Match '/identity/admin/integration-keys'
    }

    It 'the scope' {
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -Scope wonders.readonly 3>$null }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaForbidden,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -Match 'does not have the scope wonders\.readonly: The scope wonders\.readonly is unknown'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Grant the scope .*/identity/admin/integration-keys'
    }

    It 'the scope that a narrower grant leaves out' {
        Set-TestTenant @{ GrantedScopes = @('departments.readonly'); NarrowsScope = $true }
        try {
            $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -Scope departments.readonly, employees.readonly }
            $problem.FullyQualifiedErrorId | Should -Be 'LuccaForbidden,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
            "$problem" | Should -Match 'does not have the scope employees\.readonly: .* granted only departments\.readonly'
        } finally { Set-TestTenant @{ } }
    }

    It 'the address of the token endpoint: <_>' -ForEach '/nowhere', '/lucca-api/departments' {
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -TokenUri "$($server.Uri)$_" }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaBadReply,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -BeLike "There is no token endpoint at $($server.Uri)$_`: it sent HTTP 40*"
        $problem.ErrorDetails.RecommendedAction | Should -Match '-TokenUri'
    }

    It 'that the key <Flaw>' -ForEach @(
        @{ Id = 'emulator'; Secret = "emulator-secret`n"; Flaw = 'The client secret ends with a line feed.' }
        @{ Id = 'emulator'; Secret = ' emulator-secret'; Flaw = 'The client secret begins with a space.' }
        @{ Id = "emulator`r`n"; Secret = 'emulator-secret'; Flaw = 'The client id ends with a line feed.' }
    ) {
        $key = [pscredential]::new($Id, (ConvertTo-SecureString $Secret -AsPlainText -Force))
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential $key -RateLimit 0 -SkipDefault }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -BeLike "*refused the client id 'emulator' or its client secret*$Flaw"
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Trim\(\)'
        $problem.ErrorDetails.RecommendedAction | Should -Not -Match 'new integration key'
    }

    It 'that something else than the secret was refused' {
        Add-TestFault @{ kind = 'Status'; status = 400; path = '/connect/token'; body = '{"error":"unauthorized_client","error_description":"This client may not use the grant."}' }
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential (Get-TestCredential) }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -Match 'gave no token \(unauthorized_client\): This client may not use the grant\.'
        "$problem $($problem.ErrorDetails.RecommendedAction)" | Should -Not -Match 'secret'
    }

    It 'a token' {
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -AccessToken (ConvertTo-SecureString 'stale-token' -AsPlainText -Force) }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $problem.ErrorDetails.RecommendedAction | Should -Match '^The access token has expired'
        "$problem" | Should -Not -Match 'stale-token'
    }

    It 'reads as one sentence and one advice in the console' {
        $printed = Invoke-InChild 'Get-LuccaDepartment'
        $printed | Should -Match 'Get-LuccaDepartment: .*Not connected to Lucca\.\s+Recommendation: Run: Connect-Lucca'
        $printed | Should -Not -Match 'Exception'
    }
}

Describe 'A key that is refused while a pipeline runs' {
    It 'ends it after one request, and is not tried by the next command either' {
        $null = Connect-TestServer -With @{ Name = 'refused' }
        Set-TestTenant @{ ClientSecret = 'another' }
        try {
            Clear-TestRequest
            foreach ($time in 1, 2) {
                $problem = Get-ThrownError { 1..5 | Get-LuccaPortrait }
                $problem.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
            }
            (Get-TestRequest -Token).path | Should -Be '/connect/token'
        } finally { Set-TestTenant @{ } }
    }
}

Describe 'What only the token endpoint means by a member named error' {
    It 'ends no pipeline when the tenant sends it' {
        $null = Connect-TestServer
        Add-TestFault @{ kind = 'Status'; status = 404; path = '/portraits/404'; body = '{"error":"not_found"}' }
        foreach ($id in 9001, 9002) { Add-TestFault @{ kind = 'Replace'; path = "/portraits/$id"; body = "{`"id`":`"$id`",`"type`":`"portrait`"}" } }
        $portraits = 9001, 404, 9002 | Get-LuccaPortrait -ErrorVariable problems -ErrorAction SilentlyContinue
        @($portraits).Count | Should -Be 2
        $problems.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
    }
}

Describe 'A server that is down' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer -With @{ MaxRetry = 0 }
        $null = Get-LuccaEmployee 416
        Clear-TestRequest
    }

    AfterAll {
        Clear-TestFault
    }

    It 'is asked for three items of many, and the error says why no more' {
        Add-TestFault @{ kind = 'Reset'; path = '/portraits/'; times = -1 }
        $problem = $null
        $errors = @(try { 1..50 | Get-LuccaPortrait 2>&1 } catch { $problem = $_ })
        $errors.Count | Should -Be 2
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaUnavailable,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
        $problem.TargetObject | Should -Be 3
        "$problem" | Should -Match 'Several requests in a row got no response, so the pipeline stops here'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        @(Get-TestRequest).Count | Should -Be 3
    }

    It 'is not one that fails now and then, or refuses, or fails on some items' {
        foreach ($id in 1, 2, 4, 5) { Add-TestFault @{ kind = 'Reset'; path = "/portraits/$id`$" } }
        Add-TestFault @{ kind = 'Replace'; path = '/portraits/3$'; body = '{"id":"3","type":"portrait"}' }
        foreach ($id in 6..11) { Add-TestFault @{ kind = 'Status'; status = 500; path = "/portraits/$id`$" } }
        $portraits = 1..11 | Get-LuccaPortrait -ErrorVariable problems -ErrorAction SilentlyContinue
        $portraits.Id | Should -Be '3'
        $problems.Count | Should -Be 10
    }
}

Describe 'Connect-Lucca when something is left out' {
    It 'asks for it' {
        # The question itself is seen on Unix alone: on Windows the console shows it, and no stream has it. The answer is taken on both.
        $printed = 'ftp://answered.example' | Invoke-Pwsh -Command "
            Import-Module '$((Get-Module Lucca).ModuleBase)/Lucca.psd1'
            Connect-Lucca -AccessToken (ConvertTo-SecureString t -AsPlainText -Force)" 2>&1 | Out-String
        if (-not $IsWindows) { $printed | Should -Match 'Uri: ' }
        $printed -replace 'Uri: .*' | Should -Match 'ftp://answered\.example'
    }

    It 'fails at once where nobody can be asked' {
        Invoke-InChild 'Connect-Lucca' | Should -Match 'NonInteractive|mandatory parameters: Uri'
    }
}

Describe 'Connect-Lucca -CertificateAuthority' {
    BeforeAll {
        $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)")
        $sha = [System.Security.Cryptography.HashAlgorithmName]::SHA256
        $padding = [System.Security.Cryptography.RSASignaturePadding]::Pkcs1
        $now = [DateTimeOffset]::UtcNow
        $caKey = [System.Security.Cryptography.RSA]::Create(2048)
        $caRequest = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Own', $caKey, $sha, $padding)
        $caRequest.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new($true, $false, 0, $true))
        $authority = $caRequest.CreateSelfSigned($now.AddDays(-1), $now.AddDays(2))
        $key = [System.Security.Cryptography.RSA]::Create(2048)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=server', $key, $sha, $padding)
        $names = [System.Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        $names.AddIpAddress([ipaddress]::Loopback)
        $request.CertificateExtensions.Add($names.Build())
        $certificate = $request.Create($authority, $now.AddHours(-1), $now.AddDays(1), [byte[]] (1..8))
        $authority.ExportCertificatePem() | Set-Content (Join-Path $folder 'ca.pem')
        $certificate.ExportCertificatePem(), $key.ExportPkcs8PrivateKeyPem() | Set-Content (Join-Path $folder 'server.pem')
        Stop-TestServer
        $secure = Start-TestServer -Argument '--urls', 'https://127.0.0.1:0', '--certificate', (Join-Path $folder 'server.pem')
    }

    AfterAll {
        Remove-Item $folder -Recurse -Force
    }

    It 'connects to a server of the authority, by a path of PowerShell' {
        $null = New-PSDrive -Name own -PSProvider FileSystem -Root $folder
        $null = Connect-Lucca $secure.Uri -Credential (Get-TestCredential) -CertificateAuthority own:/ca.pem
        (Get-LuccaDepartment 32).Name | Should -Be 'Finances'
    }

    It 'is what the error advises without it' {
        $problem = Get-ThrownError { Connect-Lucca $secure.Uri -Credential (Get-TestCredential) -MaxRetry 0 }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaUnavailable,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Connect-Lucca -CertificateAuthority'
    }

    It 'refuses a file that <Why>' -ForEach @(
        @{ Why = 'is not there'; File = 'nosuch.pem'; Content = $null }
        @{ Why = 'contains no certificate'; File = 'empty.pem'; Content = 'hello' }
    ) {
        $path = Join-Path $folder $File
        if ($Content) { $Content | Set-Content $path }
        $problem = Get-ThrownError { Connect-Lucca $secure.Uri -Credential (Get-TestCredential) -CertificateAuthority $path }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $problem.TargetObject | Should -Be $path
    }
}
