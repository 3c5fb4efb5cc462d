BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $secret = 'my_webhook_secret'

    function Get-Signature([string] $Text, [string] $Key = $secret) {
        $bytes = [System.Security.Cryptography.HMACSHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Key), [Text.Encoding]::UTF8.GetBytes($Text))
        [Convert]::ToBase64String($bytes)
    }

    $body = '{"type":"employee.created","name":"Zoë"}'
    $now = [DateTimeOffset]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")
    $signature = Get-Signature "$now.$body"
}

Describe 'Test-LuccaWebhookSignature' {
    It 'accepts what Lucca signs, without a session' {
        Test-LuccaWebhookSignature -Body $body -Secret $secret -Signature $signature -Timestamp $now | Should -BeTrue
    }

    It 'takes the body as bytes, unrolled ones too' {
        $bytes = [Text.Encoding]::UTF8.GetBytes($body)
        Test-LuccaWebhookSignature -Body $bytes -Secret $secret -Signature $signature -Timestamp $now | Should -BeTrue
        Test-LuccaWebhookSignature -Body @($bytes | ForEach-Object { $_ }) -Secret $secret -Signature $signature -Timestamp $now | Should -BeTrue
    }

    It 'reads the headers from <Name>' -TestCases @(
        @{ Name = 'a hashtable in lower case'; Make = { @{ 'lucca-signature' = $signature; 'lucca-timestamp' = $now; host = 'x' } } }
        @{ Name = 'a dictionary of lists'; Make = { @{ 'Lucca-Signature' = [string[]]$signature; 'Lucca-Timestamp' = [string[]]$now } } }
        @{ Name = 'the collection of HttpListener'; Make = { $h = [System.Net.WebHeaderCollection]::new(); $h.Add('Lucca-Signature', $signature); $h.Add('Lucca-Timestamp', $now); , $h } }
    ) {
        Test-LuccaWebhookSignature -Body $body -Secret (ConvertTo-SecureString $secret -AsPlainText -Force) -Header (& $Make) | Should -BeTrue
    }

    It 'refuses <Name>, and says why in the verbose stream' -TestCases @(
        @{ Name = 'another body'; With = { @{ Body = "$body " } }; Why = '*another body*' }
        @{ Name = 'another secret'; With = { @{ Secret = 'x' } }; Why = '*secret*' }
        @{ Name = 'no signature'; With = { @{ Signature = $null } }; Why = '*no Lucca-Signature*' }
        @{ Name = 'no timestamp'; With = { @{ Timestamp = '' } }; Why = '*no Lucca-Timestamp*' }
        @{ Name = 'a replay'; With = { @{ Timestamp = '2025-01-01T08:34:23Z'; Signature = Get-Signature "2025-01-01T08:34:23Z.$body" } }; Why = '*replay*' }
    ) {
        $arguments = @{ Body = $body; Secret = $secret; Signature = $signature; Timestamp = $now }
        foreach ($pair in (& $With).GetEnumerator()) { $arguments[$pair.Key] = $pair.Value }
        $verdict, $verbose = @(Test-LuccaWebhookSignature @arguments -Verbose 4>&1).Where({ $_ -is [bool] }, 'Split')
        $verdict | Should -BeFalse
        "$verbose" | Should -BeLike $Why
        "$verbose" | Should -Not -Match 'my_webhook_secret'
    }

    It 'lets an older delivery through with a wider -Tolerance' {
        $old = Get-Signature "2025-01-01T08:34:23Z.$body"
        Test-LuccaWebhookSignature -Body $body -Secret $secret -Signature $old -Timestamp '2025-01-01T08:34:23Z' -Tolerance '99999.00:00:00' | Should -BeTrue
    }

    It 'ends with an error for <Name>' -TestCases @(
        @{ Name = 'an empty secret, which anybody could sign with'; With = @{ Secret = [securestring]::new() } }
        @{ Name = 'a tolerance in ticks'; With = @{ Secret = 'x'; Tolerance = 5 } }
    ) {
        $failure = Get-ThrownError { Test-LuccaWebhookSignature -Body $body -Signature x -Timestamp x @With }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.TestLuccaWebhookSignatureCommand'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses an object that was read from the body' {
        { Test-LuccaWebhookSignature -Body ($body | ConvertFrom-Json) -Secret $secret -Signature x -Timestamp x } | Should -Throw '*raw body*'
    }
}
