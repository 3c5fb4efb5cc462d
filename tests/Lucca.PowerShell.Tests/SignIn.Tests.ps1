BeforeAll {
    Import-Module $PSScriptRoot/TestTenant.psm1 -Force
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
        "$problem" | Should -Match 'is no credential\. Store one with: Set-Secret'
        "$problem" | Should -Not -Match 'just-text'
    }

    It 'says what the vault says when there is no such secret' {
        function global:Get-Secret { [CmdletBinding()] param($Name) Write-Error "The secret $Name was not found." }
        "$(Get-ThrownError { Connect-Lucca $server.Uri -SecretName nosuch })" | Should -Match "Get-Secret did not find 'nosuch': The secret nosuch was not found"
    }

    It 'says what to install when there is no Get-Secret' {
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -SecretName lucca }
        "$problem" | Should -Match 'There is no Get-Secret here\. Install it with: Install-Module Microsoft\.PowerShell\.SecretManagement'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'An error of signing in says what is wrong and where to mend it' {
    It 'the host' {
        $problem = Get-ThrownError { Connect-Lucca nosuch.invalid -Credential (Get-TestCredential) }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaUnavailable,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -Match 'There is no host nosuch\.invalid\. Nothing was sent'
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
        $problem = Get-ThrownError { Connect-Lucca $server.Uri -Credential (Get-TestCredential) -Scope departments.read }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaForbidden,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        "$problem" | Should -Match 'does not have the scope departments\.read: The scope departments\.read is unknown'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Grant the scope .*/identity/admin/integration-keys'
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

Describe 'Connect-Lucca when something is left out' {
    It 'asks for it' {
        # The first question goes unanswered: standard input is at its end.
        $printed = '' | Invoke-Pwsh -Command "Import-Module '$((Get-Module Lucca).ModuleBase)/Lucca.psd1'; Connect-Lucca" 2>&1 | Out-String
        $printed | Should -Match 'Uri:'
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
        @{ Why = 'holds no certificate'; File = 'empty.pem'; Content = 'hello' }
    ) {
        $path = Join-Path $folder $File
        if ($Content) { $Content | Set-Content $path }
        $problem = Get-ThrownError { Connect-Lucca $secure.Uri -Credential (Get-TestCredential) -CertificateAuthority $path }
        $problem.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $problem.TargetObject | Should -Be $path
    }
}
